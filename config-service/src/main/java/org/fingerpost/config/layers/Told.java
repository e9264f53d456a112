package org.fingerpost.config.layers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fingerpost.config.layers.variables.HoleText;
import org.fingerpost.config.layers.variables.MissingValueException;
import org.fingerpost.config.layers.variables.Variable;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;

/**
 * One value of a device's file, and who said it.
 *
 * @param secret true if the P-value is one, or what filled a hole of it
 */
public record Told(Setting setting, boolean secret, Origin origin) {

    /**
     * The file of a device: what lies under it with the holes filled, then its own settings, then
     * its accounts'.
     *
     * @throws UnfilledException naming P-value and hole
     */
    public static List<Told> of(Stack stack, DeviceSheet device) {
        Set<PValue> own = device.own();
        Map<PValue, Told> told = new LinkedHashMap<>();
        for (Stack.Placed placed : stack.placed()) {
            PValue p = placed.line().p();
            // What is overruled needs no values for its holes, only its place in the file.
            told.put(p, own.contains(p) ? blank(placed) : filled(placed, stack, device));
        }
        put(told, device.settings(), device.origin());
        device.accounts().forEach((number, settings) -> put(told, settings, device.origin(number)));
        return List.copyOf(told.values());
    }

    private static Told blank(Stack.Placed placed) {
        return new Told(new Setting(placed.line().p(), ""), false, placed.origin());
    }

    static Told filled(Stack.Placed placed, Stack stack, DeviceSheet device) {
        PValue p = placed.line().p();
        try {
            HoleText.Filled filled = placed.line().text().fill(name -> value(name, stack, device));
            return new Told(
                    new Setting(p, filled.value()),
                    p.isSecret() || filled.secret(),
                    placed.origin());
        } catch (MissingValueException e) {
            throw new UnfilledException(p, e.hole(), placed.origin());
        }
    }

    private static Optional<Variable> value(String name, Stack stack, DeviceSheet device) {
        return Optional.ofNullable(device.variables().get(name))
                .or(() -> stack.variable(name))
                .or(() -> device.builtIn(name));
    }

    private static void put(Map<PValue, Told> told, PValues settings, Origin origin) {
        for (Setting setting : settings) {
            told.put(setting.p(), new Told(setting, setting.isSecret(), origin));
        }
    }

    public static PValues settings(List<Told> all) {
        PValues.Builder settings = PValues.builder(all.size());
        all.forEach(told -> settings.put(told.setting()));
        return settings.build();
    }

    /** An empty secret is none: it clears the setting on the phone. */
    public static boolean holdSecret(List<Told> all) {
        return all.stream().anyMatch(told -> told.secret && !told.setting.value().isEmpty());
    }

    @Override
    public String toString() {
        return setting.p() + " by " + origin;
    }
}
