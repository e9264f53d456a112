package org.fingerpost.cli.batch.list;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.fingerpost.cli.streams.Complaint;

/**
 * The names of the columns, in their order, each once.
 *
 * @param names without blanks around them
 */
public record Header(List<String> names) {

    public Header {
        names = names.stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty()) {
                throw new Complaint("line 1: column " + (i + 1) + " has no name");
            }
            if (!seen.add(names.get(i))) {
                throw new Complaint("line 1: two columns are called \"" + names.get(i) + "\"");
            }
        }
    }

    public int size() {
        return names.size();
    }

    /** Where the column is, from 0. */
    public OptionalInt find(String name) {
        int at = names.indexOf(name);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }

    /** Where the column is, its name in any case. */
    public OptionalInt findInAnyCase(String name) {
        return IntStream.range(0, names.size())
                .filter(i -> names.get(i).equalsIgnoreCase(name))
                .findFirst();
    }
}
