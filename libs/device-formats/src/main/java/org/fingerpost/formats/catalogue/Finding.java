package org.fingerpost.formats.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.Setting;

/**
 * Something to say about one line of settings.
 *
 * @param rule stable, for scripts; {@code docs/formats/pvalue-catalogue.md} lists them
 * @param sentence for people; never holds the value of a secret
 * @param instead what was probably meant; empty if nobody can tell
 */
public record Finding(
        int line,
        PValue p,
        String rule,
        Severity severity,
        String sentence,
        List<Setting> instead) {

    public Finding {
        instead = List.copyOf(instead);
    }

    /** What to write instead, such as {@code P237=example.org and P212=2}; secrets are hidden. */
    public Optional<String> suggestion() {
        return instead.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        instead.stream()
                                .map(Setting::toString)
                                .collect(Collectors.joining(" and ")));
    }

    @Override
    public String toString() {
        return "line %d: %s [%s]%s"
                .formatted(line, sentence, rule, suggestion().map(s -> "; write " + s).orElse(""));
    }
}
