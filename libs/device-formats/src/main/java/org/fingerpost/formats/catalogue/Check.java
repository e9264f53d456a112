package org.fingerpost.formats.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fingerpost.formats.definition.Confidence;
import org.fingerpost.formats.definition.Definition;
import org.fingerpost.formats.definition.Definitions;
import org.fingerpost.formats.definition.Misfit;
import org.fingerpost.formats.model.Family;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.Setting;

/** Holds settings against the definitions, one by one. */
final class Check {

    private static final PValue MISPRINT = new PValue(1349);
    private static final PValue MEANT = new PValue(1359);
    private static final int LONGEST_SHOWN = 40;

    /** A number of fewer families may well be another thing on a family that nobody named. */
    private static final int MANY_FAMILIES = 6;

    private final Definitions definitions;
    private final Optional<Family> family;
    private final Meant meant;

    Check(Definitions definitions, Optional<Family> family) {
        this.definitions = definitions;
        this.family = family;
        this.meant = new Meant(definitions, family);
    }

    static Finding laterWins(NumberedSetting setting, int later) {
        String sentence =
                setting.p() + " stands again on line " + later + ", and the later one wins";
        return warning(setting, "later-wins", sentence, List.of());
    }

    List<Finding> findings(NumberedSetting setting) {
        if (isMisprint(setting)) {
            return List.of(misprint(setting));
        }
        List<Definition> known = definitions.of(setting.p());
        if (known.isEmpty()) {
            return List.of(unknown(setting));
        }
        List<Definition> here =
                family.isEmpty()
                        ? known
                        : known.stream().filter(d -> d.isFor(family.orElseThrow())).toList();
        if (here.isEmpty()) {
            return otherFamily(setting, known, family.orElseThrow());
        }
        return misfit(setting, here).map(List::of).orElseGet(List::of);
    }

    /** P1349 is a switch on many phones; a password that stands there was meant for P1359. */
    private boolean isMisprint(NumberedSetting setting) {
        boolean noSwitchHere =
                family.isPresent() && definitions.of(MISPRINT, family.orElseThrow()).isEmpty();
        return setting.p().equals(MISPRINT) && (noSwitchHere || !setting.value().matches("[01]?"));
    }

    private Finding misprint(NumberedSetting setting) {
        return warning(
                setting,
                "misprint",
                "P1349 is a misprint in the vendor's guide; the password of XML files is P1359",
                meant.under(MEANT, setting.value()));
    }

    private Finding unknown(NumberedSetting setting) {
        return warning(
                setting,
                "unknown-pvalue",
                setting.p() + " is not in the catalogue; it is passed on as it is",
                meant.byNumber(setting.setting()));
    }

    private List<Finding> otherFamily(
            NumberedSetting setting, List<Definition> known, Family family) {
        Optional<Definition> twin = meant.twin(known);
        if (twin.isEmpty() && !family.covered()) {
            return List.of();
        }
        Definition other = known.getFirst();
        String sentence =
                "%s (%s) is known on %s, not on %s%s"
                        .formatted(
                                other.p(),
                                other.name(),
                                other.familyNames(),
                                family.name(),
                                twin.map(here -> ", which has " + here.p() + " for it").orElse(""));
        List<Setting> instead = meant.onTheFamily(setting.setting(), known);
        return List.of(warning(setting, "other-family", sentence, instead));
    }

    /** What is wrong if the value fits none of the definitions. */
    private Optional<Finding> misfit(NumberedSetting setting, List<Definition> here) {
        List<Misfit> misfits = new ArrayList<>();
        for (Definition definition : here) {
            Optional<Misfit> misfit = definition.misfit(setting.value());
            if (misfit.isEmpty()) {
                return Optional.empty();
            }
            misfits.add(misfit.orElseThrow());
        }
        if (fitsWithoutBlanks(setting, here)) {
            return Optional.of(blanks(setting, here.getFirst()));
        }
        Definition definition = here.getFirst();
        Misfit misfit = misfits.getFirst();
        boolean sure = misfits.stream().allMatch(Misfit::sure) && isSure(here);
        Severity severity = sure ? Severity.ERROR : Severity.WARNING;
        String sentence =
                "%s (%s) %s%s"
                        .formatted(setting.p(), definition.name(), misfit.why(), shown(setting));
        return Optional.of(
                new Finding(
                        setting.line(),
                        setting.p(),
                        misfit.rule(),
                        severity,
                        sentence,
                        meant.byValue(setting.setting(), definition)));
    }

    private static boolean fitsWithoutBlanks(NumberedSetting setting, List<Definition> here) {
        String bare = setting.value().strip();
        return here.stream().anyMatch(definition -> definition.misfit(bare).isEmpty());
    }

    private Finding blanks(NumberedSetting setting, Definition definition) {
        return warning(
                setting,
                "blanks",
                "%s (%s) has blanks around its value, which the phone may take for a part of it"
                        .formatted(definition.p(), definition.name()),
                meant.byValue(setting.setting(), definition));
    }

    /** A guess of ours is no reason to refuse a file, nor is a family that we do not know. */
    private boolean isSure(List<Definition> here) {
        boolean guess = here.stream().anyMatch(d -> d.confidence() == Confidence.LOW);
        long families = here.stream().mapToLong(d -> d.families().size()).sum();
        return !guess && (family.isPresent() || families >= MANY_FAMILIES);
    }

    private static String shown(NumberedSetting setting) {
        String value = setting.value();
        if (setting.setting().isSecret() || value.length() > LONGEST_SHOWN) {
            return "; this value has " + value.length() + " characters";
        }
        return ", not \"" + value.replaceAll("[^ -~]", "?") + "\"";
    }

    private static Finding warning(
            NumberedSetting setting, String rule, String sentence, List<Setting> instead) {
        return new Finding(setting.line(), setting.p(), rule, Severity.WARNING, sentence, instead);
    }
}
