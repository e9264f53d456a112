/**
 * What one request of a phone told us and what we answered, on its way to Kafka: noted in the local
 * spool before the answer is written, fed to the topic from there, and handed to the control planes
 * that follow the topic.
 *
 * <p>How the spool lies on the disk is not here (see {@code door.spool}), nor what a control plane
 * makes of a sighting.
 */
package org.fingerpost.door.sightings;
