package org.fingerpost.drills;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fingerpost.drills.config.Config;
import org.fingerpost.drills.drilled.Drilled;
import org.fingerpost.drills.firmware.Firmware;
import org.fingerpost.drills.ledger.Calm;
import org.fingerpost.drills.redirect.Redirect;
import org.fingerpost.drills.town.Town;
import org.fingerpost.launcher.settings.PartName;

/** The services that can be drilled, with the load that one machine bears. */
enum Subject {
    REDIRECT(500, 5_000),
    CONFIG(150, 2_000),
    /** Its answers are files, not lines. */
    FIRMWARE(60, 20);

    private final int perSecond;
    private final int stock;

    Subject(int perSecond, int stock) {
        this.perSecond = perSecond;
        this.stock = stock;
    }

    static Subject named(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("say what to drill: " + words()));
    }

    private static String words() {
        return Arrays.stream(values()).map(Subject::word).collect(Collectors.joining(", "));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    PartName part() {
        return PartName.valueOf(name());
    }

    /** Requests of phones a second, if nothing else is said. */
    int perSecond() {
        return perSecond;
    }

    /** Phones, or releases, that are there before; if nothing else is said. */
    int stock() {
        return stock;
    }

    Drilled in(Town town, Calm calm) {
        return switch (this) {
            case REDIRECT -> new Redirect(town.redirect(), town.operatorKey(), calm);
            case CONFIG ->
                    new Config(
                            town.redirect(),
                            town.api(),
                            town.operatorKey(),
                            town.doors().getFirst().port(),
                            calm);
            case FIRMWARE -> new Firmware(town.redirect(), town.api(), town.operatorKey(), calm);
        };
    }
}
