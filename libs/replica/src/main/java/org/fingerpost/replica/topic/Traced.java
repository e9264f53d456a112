package org.fingerpost.replica.topic;

import java.time.Instant;

/**
 * The trace that a transaction belongs to.
 *
 * @param parent W3C's traceparent, checked for its form
 * @param written when the change was written down
 */
public record Traced(String parent, Instant written) {}
