/**
 * The load of writes: who writes all the time, and what came of it. What is written, others say.
 */
package org.fingerpost.drills.writes;
