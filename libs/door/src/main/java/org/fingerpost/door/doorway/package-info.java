/**
 * How a phone gets in: the doorway before all other routes, and how an answer becomes HTTP (the
 * bare 404, conditions, ranges, HEAD).
 *
 * <p>Nobody imports this: a service implements {@link org.fingerpost.door.PhoneDoor} and the rest
 * finds itself by CDI.
 */
package org.fingerpost.door.doorway;
