package org.fingerpost.cli.batch.list;

import java.util.List;

/**
 * A device as the list has it.
 *
 * @param line where it begins, from 1; the header is line 1
 * @param cells as many as the line has, which may not be as many as the header
 * @param damaged if it cannot be told where its cells are: then there is one, with all of the line
 */
public record ListedDevice(long line, List<String> cells, boolean damaged) {

    static ListedDevice sound(long line, List<String> cells) {
        return new ListedDevice(line, cells, false);
    }

    static ListedDevice damaged(long line, String text) {
        return new ListedDevice(line, List.of(text), true);
    }

    /** True if a spreadsheet wrote a line of which nothing is filled in. */
    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }

    /** Without the cells, which may be secrets. */
    @Override
    public String toString() {
        return "line " + line;
    }
}
