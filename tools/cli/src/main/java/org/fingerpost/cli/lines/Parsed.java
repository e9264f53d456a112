package org.fingerpost.cli.lines;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.formats.alias.AliasSetting;
import org.fingerpost.formats.alias.AliasSettings;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;

/** Settings of the line form as values of their kind. */
public sealed interface Parsed {

    /** P-values, or nothing at all. */
    record Numbered(PValues settings) implements Parsed {}

    record Named(AliasSettings settings) implements Parsed {}

    /**
     * P-values only, as the binary takes them.
     *
     * @param warn is told of a name that stands twice, of which the later counts
     * @throws Complaint with the line of the first that is none
     */
    static PValues numbered(List<SettingLine> lines, Consumer<String> warn) {
        warnOfDoubles(lines, warn);
        return PValues.of(each(lines, line -> Setting.of(line.name(), line.value())));
    }

    /**
     * Whatever the first line is; a file is of one kind.
     *
     * @throws Complaint as {@link #numbered}
     */
    static Parsed of(List<SettingLine> lines, Consumer<String> warn) {
        if (lines.isEmpty() || lines.getFirst().name().matches("P[0-9]*")) {
            return new Numbered(numbered(lines, warn));
        }
        warnOfDoubles(lines, warn);
        return new Named(
                AliasSettings.of(each(lines, line -> AliasSetting.of(line.name(), line.value()))));
    }

    private static <T> List<T> each(List<SettingLine> lines, Function<SettingLine, T> made) {
        List<T> all = new ArrayList<>(lines.size());
        for (SettingLine line : lines) {
            try {
                all.add(made.apply(line));
            } catch (IllegalArgumentException wrong) {
                throw new Complaint("line " + line.line() + ": " + wrong.getMessage(), wrong);
            }
        }
        return all;
    }

    private static void warnOfDoubles(List<SettingLine> lines, Consumer<String> warn) {
        Set<String> names = new HashSet<>();
        for (SettingLine line : lines) {
            if (!names.add(line.name())) {
                warn.accept(
                        "line %d: %s stands there again; the later one counts"
                                .formatted(line.line(), line.name()));
            }
        }
    }
}
