package org.fingerpost.cli.strict;

/**
 * @param check stable name of the check, for programs
 * @param sentence for people; holds no secret
 */
public record Finding(String check, String sentence) {}
