/**
 * What one request of a phone told us and what we answered, on its way to Kafka: noted in the local
 * spool before the answer is written, fed to the topic from there.
 *
 * <p>How the spool lies on the disk is not here (see {@code door.spool}), nor what becomes of a
 * sighting behind the topic.
 */
package org.fingerpost.door.sightings;
