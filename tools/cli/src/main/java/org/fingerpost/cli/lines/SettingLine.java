package org.fingerpost.cli.lines;

/**
 * A setting by name, which may be a P-value or an alias.
 *
 * @param line from 1
 */
public record SettingLine(int line, String name, String value) {}
