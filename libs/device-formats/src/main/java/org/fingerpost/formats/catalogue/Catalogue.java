package org.fingerpost.formats.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.formats.definition.Definition;
import org.fingerpost.formats.definition.Definitions;
import org.fingerpost.formats.model.Family;
import org.fingerpost.formats.pvalue.PValue;

/**
 * All P-values that we know something about. A P-value that is not here is unknown, not wrong: it
 * passes everywhere, with a warning.
 */
public final class Catalogue {

    private final Definitions definitions;

    Catalogue(Definitions definitions) {
        this.definitions = definitions;
    }

    /** The one in the jar, read when it is first asked for. */
    public static Catalogue standard() {
        return Standard.CATALOGUE;
    }

    /** Every definition of the number, each for other families; none if it is not known. */
    public List<Definition> find(PValue p) {
        return definitions.of(p);
    }

    /** What the number means on the family. */
    public Optional<Definition> find(PValue p, Family family) {
        return definitions.of(p, family);
    }

    /** All definitions, ascending by number. */
    public List<Definition> all() {
        return definitions.all();
    }

    /**
     * The definitions that somebody may have meant, the likeliest first.
     *
     * @param text a number with or without P, or words of name, meaning or alias; every word counts
     */
    public List<Definition> search(String text) {
        return new Search(definitions).search(text);
    }

    /**
     * What there is to say about settings, in the order of their lines. No finding means that
     * nothing is known to be wrong.
     *
     * @param family the phones they are for; without it a value is only wrong if it is wrong on
     *     every family, and those are many
     */
    public List<Finding> check(List<NumberedSetting> settings, Optional<Family> family) {
        var check = new Check(definitions, family);
        Map<PValue, Integer> lastLine = new HashMap<>();
        settings.forEach(setting -> lastLine.put(setting.p(), setting.line()));
        List<Finding> findings = new ArrayList<>();
        for (NumberedSetting setting : settings) {
            int later = lastLine.get(setting.p());
            if (later != setting.line()) {
                findings.add(Check.laterWins(setting, later));
            }
            findings.addAll(check.findings(setting));
        }
        return findings;
    }

    private static final class Standard {
        private static final Catalogue CATALOGUE = new Catalogue(Definitions.load());
    }
}
