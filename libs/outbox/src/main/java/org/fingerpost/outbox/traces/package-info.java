/**
 * Which trace a row of the outbox belongs to.
 *
 * <p>Who begins traces, and where they are sent, lives elsewhere.
 */
package org.fingerpost.outbox.traces;
