package org.fingerpost.cli.template;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fingerpost.formats.alias.AliasSetting;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.formats.template.ImportedFile;

/**
 * Settings by name, in the order of their file.
 *
 * @param named true if the names are aliases
 */
record ComparedSettings(boolean named, Map<String, Value> values) {

    private static final String MASK = "********";

    record Value(String text, boolean secret) {
        String shown(boolean showSecrets) {
            return secret && !showSecrets && !text.isEmpty() ? MASK : text;
        }
    }

    static ComparedSettings of(ImportedFile file) {
        Map<String, Value> values = new LinkedHashMap<>();
        return switch (file) {
            case ImportedFile.Numbered(_, _, var template) -> {
                for (Setting s : template.settings()) {
                    values.put(s.p().toString(), new Value(s.value(), s.isSecret()));
                }
                yield new ComparedSettings(false, values);
            }
            case ImportedFile.Named aliases -> {
                for (AliasSetting s : aliases.settings()) {
                    values.put(s.alias().name(), new Value(s.value(), s.alias().isSecret()));
                }
                yield new ComparedSettings(true, values);
            }
        };
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** A line {@code - name=value} for what only this has, {@code + name=value} for the other. */
    String difference(ComparedSettings other, boolean showSecrets) {
        Set<String> names = new LinkedHashSet<>(values.keySet());
        names.addAll(other.values.keySet());
        var lines = new StringBuilder();
        for (String name : names) {
            Optional<Value> mine = Optional.ofNullable(values.get(name));
            Optional<Value> others = Optional.ofNullable(other.values.get(name));
            if (!mine.equals(others)) {
                mine.ifPresent(v -> line('-', name, v.shown(showSecrets), lines));
                others.ifPresent(v -> line('+', name, v.shown(showSecrets), lines));
            }
        }
        return lines.toString();
    }

    private static void line(char sign, String name, String value, StringBuilder lines) {
        lines.append(sign)
                .append(' ')
                .append(name)
                .append('=')
                .append(value.replace("\r", "\\r").replace("\n", "\\n"))
                .append('\n');
    }
}
