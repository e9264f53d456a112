/**
 * Numbered entries in append-only files on the local disk: written before an answer goes out, read
 * back in order, forgotten when acknowledged. Survives the process being killed.
 *
 * <p>Knows nothing of sightings, HTTP or Kafka.
 */
package org.fingerpost.door.spool;
