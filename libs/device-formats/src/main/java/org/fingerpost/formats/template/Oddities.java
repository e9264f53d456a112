package org.fingerpost.formats.template;

import java.util.ArrayList;
import java.util.List;

/** Gathers oddities up to a number that somebody might read. */
final class Oddities {

    /** A hostile file could have a million. */
    private static final int MOST = 1_000;

    private final List<String> sentences = new ArrayList<>();

    void add(int line, String why) {
        add("line " + line + ": " + why);
    }

    void add(String sentence) {
        if (sentences.size() < MOST) {
            sentences.add(sentence);
        } else if (sentences.size() == MOST) {
            sentences.add("and more that is odd");
        }
    }

    List<String> all() {
        return sentences;
    }
}
