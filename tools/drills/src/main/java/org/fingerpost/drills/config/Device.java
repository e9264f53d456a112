package org.fingerpost.drills.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.fingerpost.drills.ledger.Calm;
import org.fingerpost.drills.ledger.History;

/**
 * A phone that has a record, as it was acknowledged.
 *
 * @param number what all of its settings are made of; {@link #NONE} while there is no record
 * @param token as its file has told it; empty until the first file was fetched
 */
record Device(String mac, History<Long> number, AtomicReference<Optional<String>> token) {
    static final String MODEL = "GXP2160";
    static final long NONE = 0;

    Device(String mac) {
        this(mac, new History<>(NONE), new AtomicReference<>(Optional.empty()));
    }

    /** Settings of which each differs with the number; P34 is a secret. */
    static Map<String, String> settings(long number) {
        // The file keeps the order.
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("P47", "sip.example.net");
        settings.put("P35", Long.toString(number));
        settings.put("P34", "s3cret/" + number);
        settings.put("P270", "Büro & <" + number + ">");
        return settings;
    }

    Set<String> possible(long sent, long answered, Calm calm) {
        return number.possible(sent, answered, calm).stream()
                .map(Device::word)
                .collect(Collectors.toSet());
    }

    /** Empty for no record, as a door says 404 then. */
    static String word(long number) {
        return number == NONE ? "" : Long.toString(number);
    }
}
