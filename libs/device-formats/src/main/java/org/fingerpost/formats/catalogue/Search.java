package org.fingerpost.formats.catalogue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.fingerpost.formats.definition.Definition;
import org.fingerpost.formats.definition.Definitions;

/** Finds definitions by number and by words. */
final class Search {

    private static final Pattern NUMBER = Pattern.compile("[Pp]?[0-9]{1,6}");
    private static final Pattern HYPHENS = Pattern.compile("(?<=\\p{L})[- ](?=\\p{L})");
    private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Definitions definitions;

    Search(Definitions definitions) {
        this.definitions = definitions;
    }

    List<Definition> search(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return NUMBER.matcher(wanted).matches()
                ? byNumber(wanted.startsWith("p") ? wanted.substring(1) : wanted)
                : byWords(wanted);
    }

    /** The number itself first, then those that begin with it. */
    private List<Definition> byNumber(String digits) {
        return definitions.all().stream()
                .filter(d -> Integer.toString(d.p().number()).startsWith(digits))
                .sorted(Comparator.comparing(Definition::p))
                .toList();
    }

    private List<Definition> byWords(String wanted) {
        record Hit(Definition definition, int score) {}
        String[] words = BREAKS.split(wanted);
        return definitions.all().stream()
                .map(d -> new Hit(d, score(d, wanted, words)))
                .filter(hit -> hit.score() > 0)
                .sorted(Comparator.comparingInt(Hit::score).reversed())
                .map(Hit::definition)
                .toList();
    }

    /**
     * Zero unless every word is somewhere; a name counts more than a meaning, a whole word more.
     */
    private static int score(Definition definition, String wanted, String[] words) {
        String name = definition.name();
        if (name.equals(wanted)
                || definition.aliases().stream().anyMatch(wanted::equalsIgnoreCase)) {
            return Integer.MAX_VALUE;
        }
        String meaning = definition.meaning().toLowerCase(Locale.ROOT);
        String aliases = String.join(" ", definition.aliases()).toLowerCase(Locale.ROOT);
        String choices = definition.type().inWords().toLowerCase(Locale.ROOT);
        int total = 0;
        for (String word : words) {
            if (word.isEmpty()) {
                continue;
            }
            int score =
                    8 * score(name, word)
                            + 4 * score(meaning, word)
                            + 2 * score(aliases, word)
                            + score(choices, word);
            if (score == 0) {
                return 0;
            }
            total += score;
        }
        return total;
    }

    private static int score(String text, String word) {
        if (Arrays.asList(BREAKS.split(text)).contains(word)) {
            return 2;
        }
        // voicemail, voice-mail and voice mail are one word to whoever looks for it.
        return text.contains(word) || HYPHENS.matcher(text).replaceAll("").contains(word) ? 1 : 0;
    }
}
