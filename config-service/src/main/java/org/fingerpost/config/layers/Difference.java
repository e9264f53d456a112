package org.fingerpost.config.layers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fingerpost.config.layers.variables.Variable;
import org.fingerpost.config.settings.StoredSettings;

/**
 * One thing that is said otherwise than before, as it may be shown: a secret that changes is masked
 * on both sides.
 *
 * @param name {@code P47}, {@code variables.sip.server}, {@code accounts.1.P35}, {@code group}
 * @param before empty if nothing was said, {@code after} if nothing will be
 */
public record Difference(String name, Optional<String> before, Optional<String> after) {

    /** In the order of what will be; what goes away comes last. */
    public static List<Difference> between(
            Map<String, Variable> before, Map<String, Variable> after) {
        Set<String> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        List<Difference> all = new ArrayList<>();
        for (String name : names) {
            Optional<Variable> was = Optional.ofNullable(before.get(name));
            Optional<Variable> is = Optional.ofNullable(after.get(name));
            if (!was.equals(is)) {
                all.add(
                        new Difference(
                                name, was.map(Difference::shown), is.map(Difference::shown)));
            }
        }
        return all;
    }

    private static String shown(Variable said) {
        return said.secret() ? StoredSettings.MASK : said.value();
    }
}
