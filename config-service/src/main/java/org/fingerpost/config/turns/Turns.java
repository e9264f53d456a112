package org.fingerpost.config.turns;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fingerpost.config.layers.Origin;
import org.fingerpost.config.layers.Told;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.formats.model.Family;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;

/** Lays a device's turn among its layers. */
public final class Turns {
    /** The layer of what a device's own record says. */
    public static final String OWN = "device";

    private static final int NEARER = -1;

    private Turns() {}

    /**
     * A pace as phones of a family are told it.
     *
     * @param onTheHour all phones of an hour look when it begins
     */
    public record Kept(Pace pace, boolean onTheHour) {}

    /** Nothing, if phones of the family cannot be told a pace. */
    public static Optional<Kept> kept(Pace pace, Family family) {
        Habit habit = Habit.of(family);
        return habit.nearest(pace)
                .map(near -> new Kept(near, near instanceof Pace.Hours && !habit.within()));
    }

    /**
     * What a device is told of its turn. A provider's pace lies directly under the sheet {@code
     * provider}, a group's directly under the group's: what that or a nearer layer says stands.
     *
     * @param around the device's group and the groups around that, the nearest first
     * @param layers which layer has said a P-value, {@link #OWN} for the device itself
     */
    public static PValues told(
            Pacing pacing,
            MacAddress mac,
            DeviceModel model,
            List<String> around,
            Function<PValue, Optional<String>> layers) {
        return pacing.of(around)
                .map(pace -> {
                    PValues.Builder told = PValues.builder();
                    turn(pacing, pace, mac, model).stream()
                            .filter(setting ->
                                    layers.apply(setting.p())
                                            .filter(layer -> depth(layer, around) <= pace.depth())
                                            .isEmpty())
                            .forEach(told::put);
                    return told.build();
                })
                .orElseGet(PValues::none);
    }

    /** The same among values whose origins are known, with its own. */
    public static List<Told> laid(
            List<Told> said,
            Pacing pacing,
            MacAddress mac,
            DeviceModel model,
            List<String> around) {
        Map<PValue, Told> told = new LinkedHashMap<>();
        said.forEach(each -> told.put(each.setting().p(), each));
        PValues turn =
                told(
                        pacing,
                        mac,
                        model,
                        around,
                        p -> Optional.ofNullable(told.get(p)).map(each -> each.origin().layer()));
        pacing.of(around)
                .ifPresent(pace -> {
                    Origin origin = new Origin(pace.layer(), "", 0, "");
                    turn.forEach(
                            setting -> told.put(setting.p(), new Told(setting, false, origin)));
                });
        return List.copyOf(told.values());
    }

    private static PValues turn(
            Pacing pacing, Pacing.Said said, MacAddress mac, DeviceModel model) {
        Habit habit = Habit.of(model.family());
        return habit.nearest(said.pace())
                .map(near -> habit.told(near, pacing.key().turn(mac, near.turns())))
                .orElseGet(PValues::none);
    }

    private static int depth(String layer, List<String> around) {
        if (layer.equals(OWN) || layer.startsWith("account/")) {
            return NEARER;
        }
        if (layer.equals("provider") || layer.equals("firmware")) {
            return around.size();
        }
        int group = layer.startsWith("group/") ? around.indexOf(layer.substring(6)) : -1;
        return group < 0 ? Integer.MAX_VALUE : group;
    }
}
