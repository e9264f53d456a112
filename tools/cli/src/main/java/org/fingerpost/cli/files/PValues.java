package org.fingerpost.cli.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Collects what a file sets; the last of two equal names wins, names that are none are put aside.
 */
final class PValues {
    private static final Pattern NAME = Pattern.compile("P[0-9]{1,6}");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> ignored = new ArrayList<>();

    void put(String name, String value) {
        if (NAME.matcher(name).matches()) {
            values.put(name, value);
        } else {
            ignored.add(name);
        }
    }

    Reading accepted(Optional<String> mac) {
        return new Reading.Accepted(values, mac, ignored);
    }
}
