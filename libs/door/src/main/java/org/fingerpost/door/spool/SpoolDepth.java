package org.fingerpost.door.spool;

/**
 * How much waits in a spool.
 *
 * @param entries not acknowledged yet
 * @param bytes that these take on the disk
 * @param dropped entries refused or lost since the start: no room, or a disk that failed
 */
public record SpoolDepth(long entries, long bytes, long dropped) {}
