package org.fingerpost.cli.folder.yaml;

/**
 * A line of a file.
 *
 * @param file as a person would call it
 * @param line from 1
 */
public record Spot(String file, int line) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
