package org.fingerpost.config.layers;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.fingerpost.config.layers.variables.Variable;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;

/**
 * What a device's own record says, in clear. Its settings have no holes: what a person or a program
 * writes for one phone is meant as it stands.
 *
 * @param accounts settings of each account, by its number; they win over the device's
 * @param revision of the record; 0 where nobody asks for it
 */
public record DeviceSheet(
        MacAddress mac,
        DeviceModel model,
        Optional<String> group,
        PValues settings,
        Map<String, Variable> variables,
        SortedMap<Integer, PValues> accounts,
        long revision,
        String author) {

    /** The P-values that the record itself says something about. */
    Set<PValue> own() {
        Set<PValue> own = new HashSet<>();
        settings.forEach(setting -> own.add(setting.p()));
        accounts.values().forEach(each -> each.forEach(setting -> own.add(setting.p())));
        return own;
    }

    /** Does the record itself say something about it? */
    public boolean says(PValue p) {
        return settings.get(p).isPresent()
                || accounts.values().stream().anyMatch(each -> each.get(p).isPresent());
    }

    /** The values of holes that every device has. */
    Optional<Variable> builtIn(String name) {
        return switch (name) {
            case "mac" -> Optional.of(new Variable(mac.toString(), false));
            case "model" -> Optional.of(new Variable(model.name(), false));
            case "family" -> Optional.of(new Variable(model.family().name(), false));
            default -> Optional.empty();
        };
    }

    Origin origin() {
        return new Origin("device", "", revision, author);
    }

    Origin origin(int account) {
        return new Origin("account/" + account, "", revision, author);
    }

    @Override
    public String toString() {
        return "DeviceSheet[" + mac + "]";
    }
}
