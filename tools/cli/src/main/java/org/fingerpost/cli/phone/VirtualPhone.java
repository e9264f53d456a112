package org.fingerpost.cli.phone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.address.BadAddressException;
import org.fingerpost.cli.models.Asked;
import org.fingerpost.cli.models.Phone;
import org.fingerpost.cli.walk.Step;
import org.fingerpost.cli.walk.Walk;
import org.fingerpost.cli.wire.PhoneClient;

/**
 * A phone that asks, applies and follows as figure 1 of the vendor's guide says. Never throws for
 * what servers do.
 */
public final class VirtualPhone {
    private final Phone phone;
    private final PhoneClient client;
    private final Consumer<Step> watcher;

    /** {@code watcher} sees each step when it is done. */
    public VirtualPhone(Phone phone, PhoneClient client, Consumer<Step> watcher) {
        this.phone = phone;
        this.client = client;
        this.watcher = watcher;
    }

    public VirtualPhone(Phone phone, PhoneClient client) {
        this(phone, client, _ -> {});
    }

    /**
     * Powers the phone up out of the carton.
     *
     * @param redirect what its factory P237 points to
     * @param known P-values it has besides, for example a P1359 typed in by hand
     */
    public Walk firstBoot(Address redirect, Map<String, String> known) {
        var tour = fromFactory(redirect, known);
        tour.configureFromFactory();
        return tour.end();
    }

    /**
     * The same; afterwards asks the redirect door for what the phone did not need, so that all of
     * it can be judged.
     */
    public Walk firstBootWithProbes(Address redirect, Map<String, String> known) {
        var tour = fromFactory(redirect, known);
        tour.configureFromFactory();
        tour.probe(Asked.BINARY);
        tour.probe(Asked.XML);
        return tour.end();
    }

    /** Powers the phone up again with all that it learned. */
    public Walk nextBoot(Walk last) {
        var settings = new Settings();
        settings.apply(last.settings());
        try {
            var tour = new Tour(phone, client, watcher, last.settings(), settings.configServer());
            tour.configure();
            return tour.end();
        } catch (BadAddressException e) {
            var trouble = "the config server it knows (P237) " + e.getMessage();
            return new Walk(
                    phone, last.start(), last.settings(), List.of(), false, List.of(trouble));
        }
    }

    private Tour fromFactory(Address redirect, Map<String, String> known) {
        var settings = new LinkedHashMap<>(known);
        settings.put("P212", redirect.scheme().value());
        settings.put("P237", redirect.hostAndPath());
        return new Tour(phone, client, watcher, settings, redirect);
    }
}
