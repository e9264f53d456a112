package org.fingerpost.fuzz.words;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The texts that an input may stand for. */
final class Text {

    private Text() {}

    /** As UTF-8, and as bare characters, among which halves of surrogate pairs may be. */
    static List<String> of(byte[] input) {
        var bare = new StringBuilder();
        for (int i = 0; i + 1 < input.length; i += 2) {
            bare.append((char) ((input[i] & 0xff) << 8 | input[i + 1] & 0xff));
        }
        return List.of(new String(input, StandardCharsets.UTF_8), bare.toString());
    }
}
