package org.fingerpost.formats.text;

/**
 * Where a line is.
 *
 * @param line from 1
 * @param offset of its first octet in the file, in bytes from 0
 */
public record Place(int line, int offset) {}
