package org.fingerpost.config.layers;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.formats.xml.XmlMould;

/**
 * A stack, made ready for many devices: what has no holes is written once, and a device's file is
 * made by filling in the rest. Tells a device what {@link Told#of} tells it, without saying who
 * said it.
 */
public final class Mould {
    private final Stack stack;
    private final List<Stack.Placed> holed = new ArrayList<>();
    private final Map<PValue, Integer> places = new HashMap<>();
    private final List<Setting> lines = new ArrayList<>();

    /** The places of lines that tell a secret to whoever reads them. */
    private final BitSet secrets = new BitSet();

    private final XmlMould xml;

    private Mould(Stack stack) {
        this.stack = stack;
        for (Stack.Placed placed : stack.placed()) {
            add(placed);
        }
        this.xml = XmlMould.of(lines);
    }

    public static Mould of(Stack stack) {
        return new Mould(stack);
    }

    private void add(Stack.Placed placed) {
        PValue p = placed.line().p();
        Optional<String> text = placed.line().text().literal();
        int place = lines.size();
        if (text.isEmpty()) {
            holed.add(placed);
        } else if (p.isSecret() && !text.get().isEmpty()) {
            secrets.set(place);
        }
        places.put(p, place);
        lines.add(new Setting(p, text.orElse("")));
    }

    /** What the mould was made of. */
    public Stack stack() {
        return stack;
    }

    /**
     * @throws UnfilledException naming P-value and hole
     */
    public Filling fill(DeviceSheet device) {
        Filling filling = new Filling(this);
        filling.putAll(device.settings());
        device.accounts().values().forEach(filling::putAll);
        for (Stack.Placed placed : holed) {
            // What is overruled needs no values for its holes.
            if (!filling.has(places.get(placed.line().p()))) {
                Told told = Told.filled(placed, stack, device);
                filling.put(told.setting(), told.secret());
            }
        }
        return filling;
    }

    Optional<Integer> place(PValue p) {
        return Optional.ofNullable(places.get(p));
    }

    BitSet secrets() {
        return secrets;
    }

    String value(int place) {
        return lines.get(place).value();
    }

    byte[] xml(MacAddress mac, TreeMap<Integer, Setting> instead, List<Setting> more) {
        return xml.write(mac, instead, more);
    }

    PValues settings(TreeMap<Integer, Setting> instead, List<Setting> more) {
        PValues.Builder all = PValues.builder(lines.size() + more.size());
        for (int place = 0; place < lines.size(); place++) {
            all.put(instead.getOrDefault(place, lines.get(place)));
        }
        return all.putAll(more).build();
    }
}
