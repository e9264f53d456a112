package org.fingerpost.formats.definition;

/**
 * Why a value does not fit.
 *
 * @param rule stable, such as {@code choice} or {@code range}
 * @param why the rest of a sentence that begins with the P-value; never repeats the value, which
 *     may be a secret
 * @param sure false if it may only be more than we know: a number of which no source speaks
 */
public record Misfit(String rule, String why, boolean sure) {}
