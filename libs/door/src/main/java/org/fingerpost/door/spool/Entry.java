package org.fingerpost.door.spool;

import java.time.Instant;

/**
 * One entry read back from the spool.
 *
 * @param sequence rises by one from entry to entry, for ever
 * @param time to the millisecond
 * @param key may be empty
 * @param body what was appended; not copied
 */
public record Entry(long sequence, Instant time, String key, byte[] body) {}
