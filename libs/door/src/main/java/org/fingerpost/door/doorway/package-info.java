/**
 * How a phone gets in: the doorway before all other routes, and what is counted and noted of each
 * request.
 *
 * <p>Nobody imports this: a service implements {@link org.fingerpost.door.PhoneDoor} and the rest
 * finds itself by CDI.
 */
package org.fingerpost.door.doorway;
