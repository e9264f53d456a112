/**
 * The replica's folder: generations of a table, one of which answers, each a RocksDB of its own
 * with rows and {@link org.fingerpost.replica.disk.Mark} written together. No Kafka here, and
 * nobody but the replica uses this.
 */
package org.fingerpost.replica.disk;
