package org.fingerpost.firmware.waves;

/**
 * What a wave's panel did.
 *
 * @param proving those among all that are believed with proof only: none of them is made up
 */
public record WaveTally(Tally all, Tally proving) {}
