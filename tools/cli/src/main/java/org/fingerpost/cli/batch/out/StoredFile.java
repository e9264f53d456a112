package org.fingerpost.cli.batch.out;

/**
 * A file that lies in the folder.
 *
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 */
public record StoredFile(String name, long size, String sha256) {}
