/**
 * What the process tells of itself between requests, to services that measure. What is counted of
 * each request is the doorway's.
 *
 * <p>Nobody imports this: it finds itself by CDI.
 */
package org.fingerpost.door.metering;
