package org.fingerpost.formats.definition;

/**
 * Why a value does not fit.
 *
 * @param rule stable, such as {@code choice} or {@code range}
 * @param why the rest of a sentence that begins with the P-value; never repeats the value, which
 *     may be a secret
 */
public record Misfit(String rule, String why) {}
