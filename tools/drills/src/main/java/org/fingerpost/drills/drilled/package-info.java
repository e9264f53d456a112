/**
 * What the drills need to know of a service: what its phones ask, who writes to it, and what must
 * be there afterwards. Each service has a package that says so; nothing here knows which they are.
 */
package org.fingerpost.drills.drilled;
