package org.fingerpost.cli.storm.simulation;

/**
 * What the doors of one service did.
 *
 * @param busyNanos of all cores together
 */
public record Work(long served, long shed, long busyNanos) {}
