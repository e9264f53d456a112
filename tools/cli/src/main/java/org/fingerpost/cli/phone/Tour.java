package org.fingerpost.cli.phone;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.address.BadAddressException;
import org.fingerpost.cli.models.Asked;
import org.fingerpost.cli.models.Phone;
import org.fingerpost.cli.walk.Outcome;
import org.fingerpost.cli.walk.Step;
import org.fingerpost.cli.walk.Walk;
import org.fingerpost.cli.wire.PhoneClient;

/**
 * One walk under way.
 *
 * <p>A file's settings count at once: the next request goes where they point. At a new server, and
 * when leaving the factory's address, the phone asks for everything anew; a new path on the same
 * server is only a new address for the next file.
 */
final class Tour {
    /** A carrier's redirect to a reseller's to a customer's is three. */
    private static final int MOST_MOVES = 8;

    private final Phone phone;
    private final Requests requests;
    private final Requests probes;
    private final Consumer<Step> watcher;
    private final Settings settings = new Settings();
    private final List<Step> steps = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();
    private final Set<Address> left = new HashSet<>();
    private final Deque<Asked> toAsk = new ArrayDeque<>();
    private final Address start;
    private Address here;
    private boolean fromFactory;
    private boolean xmlAccepted;
    private int moves;
    private int settingsHere;
    private final String firmwareNameAtStart;

    Tour(
            Phone phone,
            PhoneClient client,
            Consumer<Step> watcher,
            Map<String, String> known,
            Address start) {
        this.phone = phone;
        this.watcher = watcher;
        settings.apply(known);
        this.requests = new Requests(phone, client, settings);
        // A probe must not ask with prefixes, nor carry credentials, that were learned later.
        var atStart = new Settings();
        atStart.apply(known);
        this.probes = new Requests(phone, client, atStart);
        this.start = start;
        this.here = start;
        this.firmwareNameAtStart = settings.firmwareFile("");
    }

    void configureFromFactory() {
        fromFactory = true;
        configure();
    }

    void configure() {
        askAnew();
        while (!toAsk.isEmpty() && troubles.isEmpty()) {
            var asked = toAsk.poll();
            if (!asked.generic() || !xmlAccepted || settings.text("P8467").equals("1")) {
                ask(asked);
            }
        }
        if (troubles.isEmpty() && settingsHere == 0) {
            troubles.add(whyNothing());
        }
        if (troubles.isEmpty() && settings.get("P192").isPresent() && wantsFirmware()) {
            fetchFirmware();
        }
    }

    /** Asks the first server for a file the walk did not ask it for, and applies nothing. */
    void probe(Asked asked) {
        if (steps.stream().noneMatch(s -> s.asked() == asked && s.folder().equals(start))) {
            done(probes.config(asked, start, true));
        }
    }

    Walk end() {
        // Firmware that fails leaves a phone with its configuration and the image it has.
        return new Walk(phone, start, settings.all(), steps, settingsHere > 0, troubles);
    }

    private void ask(Asked asked) {
        var step = done(requests.config(asked, here, false));
        if (step.outcome() instanceof Outcome.Read(var file)) {
            xmlAccepted |= asked.xml();
            settingsHere += file.values().size();
            settings.apply(file.values());
            follow();
        }
    }

    private Step done(Step step) {
        steps.add(step);
        watcher.accept(step);
        return step;
    }

    private void follow() {
        try {
            moveTo(settings.configServer());
        } catch (BadAddressException e) {
            strand("the config server it is sent to (P237) " + e.getMessage());
        }
    }

    private void moveTo(Address next) {
        if (next.equals(here)) {
            return;
        }
        left.add(here);
        if (left.contains(next) || ++moves > MOST_MOVES) {
            strand(
                    "it is sent in circles: a server it was sent to sends it on to where it has"
                            + " been");
            return;
        }
        var anew = fromFactory || !next.sameServer(here);
        fromFactory = false;
        here = next;
        if (anew) {
            askAnew();
        }
    }

    private void askAnew() {
        toAsk.clear();
        toAsk.addAll(phone.order().files());
        xmlAccepted = false;
        settingsHere = 0;
    }

    private void strand(String trouble) {
        settingsHere = 0;
        troubles.add(trouble);
    }

    private String whyNothing() {
        var there = steps.stream().filter(step -> step.folder().equals(here)).toList();
        if (there.stream().anyMatch(step -> step.outcome() instanceof Outcome.Busy)) {
            return "the server is busy: the phone would come back later, and has no configuration"
                    + " until then";
        }
        if (there.stream().noneMatch(Step::answered)) {
            return "nobody answers at " + here.veiled();
        }
        if (there.stream().allMatch(step -> step.outcome() instanceof Outcome.NotThere)) {
            return "no file for this phone at " + here.veiled();
        }
        return "no file at " + here.veiled() + " that a phone would accept";
    }

    private boolean wantsFirmware() {
        return switch (settings.text("P238")) {
            case "1" -> !settings.firmwareFile("").equals(firmwareNameAtStart);
            case "2" -> false;
            default -> true;
        };
    }

    private void fetchFirmware() {
        try {
            var step = done(requests.firmware(settings.firmwareServer(phone.family())));
            if (!(step.outcome() instanceof Outcome.Downloaded
                    || step.outcome() instanceof Outcome.NotThere)) {
                troubles.add("the firmware did not arrive: " + String.join("; ", step.problems()));
            }
        } catch (BadAddressException e) {
            troubles.add("the firmware server it is sent to (P192) " + e.getMessage());
        }
    }
}
