package org.fingerpost.cli.models;

import static org.fingerpost.cli.models.Family.Trait.FIRMWARE_SCHEME;
import static org.fingerpost.cli.models.Family.Trait.FIRST_GENERATION;
import static org.fingerpost.cli.models.Family.Trait.NEW_UPGRADE_NUMBER;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Models that behave alike, as far as their manuals and templates tell. */
public record Family(String models, RequestOrder order, Set<Trait> traits) {
    /** Where families differ beyond the order of requests. */
    public enum Trait {
        /** P6767 is the scheme of the firmware server; without it P212 serves for both. */
        FIRMWARE_SCHEME,
        /** P194 knows 0 and 1 only. */
        FIRST_GENERATION,
        /** P22296 took the place of P194. */
        NEW_UPGRADE_NUMBER
    }

    /** The first that matches wins. */
    private static final List<Family> KNOWN =
            List.of(
                    new Family("BT\\d+.*", RequestOrder.TEXT_FIRST, Set.of(FIRST_GENERATION)),
                    new Family(
                            "GXP(280|1200|2000|2010|2020)|HT(286|287|48\\d|496)",
                            RequestOrder.FIGURE_1,
                            Set.of(FIRST_GENERATION)),
                    new Family("HT502|GXP1100", RequestOrder.XML_FIRST, Set.of()),
                    new Family(
                            "HT80\\dV2",
                            RequestOrder.XML_FIRST_WITH_MODEL,
                            Set.of(FIRMWARE_SCHEME, NEW_UPGRADE_NUMBER)),
                    new Family("GXP2130", RequestOrder.XML_FIRST, Set.of(FIRMWARE_SCHEME)),
                    new Family(
                            "GXP21(35|40|60|70)", RequestOrder.FIGURE_1, Set.of(FIRMWARE_SCHEME)),
                    new Family("GXP17\\d\\d.*", RequestOrder.WITH_MODEL, Set.of()),
                    new Family("GRP26\\d\\d.*", RequestOrder.WITH_MODEL, Set.of(FIRMWARE_SCHEME)));

    private static final Family ANY_OTHER = new Family(".*", RequestOrder.FIGURE_1, Set.of());

    public Family {
        traits = Set.copyOf(traits);
    }

    public static Family of(String model) {
        var name = model.toUpperCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(family -> Pattern.matches(family.models(), name))
                .findFirst()
                .orElse(ANY_OTHER);
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }
}
