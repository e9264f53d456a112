package org.fingerpost.formats.model;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Names that somebody may have meant who wrote one that nobody has. */
public final class NearNames {
    /** This many letters may differ for a name to be worth a mention; more would be a guess. */
    private static final int NEAR = 2;

    private static final int MOST = 5;

    /** No name has as many; the comparison takes time for each. */
    private static final int MOST_LETTERS = 32;

    private NearNames() {}

    /** Up to five of the names, the likeliest first; case and hyphens do not count. */
    public static List<String> of(String written, Stream<String> names) {
        String meant = bare(written);
        if (meant.length() > MOST_LETTERS) {
            return List.of();
        }
        record Miss(String name, int distance) {}
        return names.map(name -> new Miss(name, distance(bare(name), meant)))
                .filter(miss -> miss.distance() <= NEAR)
                .sorted(Comparator.comparingInt(Miss::distance).thenComparing(Miss::name))
                .map(Miss::name)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static String bare(String name) {
        return name.strip().replace("-", "").toUpperCase(Locale.ROOT);
    }

    /** Letters to put in, leave out or change (Levenshtein), row by row. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
