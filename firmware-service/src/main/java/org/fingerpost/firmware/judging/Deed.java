package org.fingerpost.firmware.judging;

import java.time.Instant;
import java.util.Optional;
import org.fingerpost.firmware.compliance.Heard;
import org.fingerpost.firmware.rollouts.Rollout;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.model.DeviceModels;

/** What a phone that a rollout lets in was seen to do. */
sealed interface Deed {
    Instant at();

    /**
     * It was sent something of the release, or of a step towards it. Nobody proves anything in
     * fetching.
     *
     * @param was the version that it said it had; empty if none
     * @param whole that it was sent a file from its beginning to its end
     */
    record Fetched(Instant at, String was, boolean whole) implements Deed {}

    /**
     * It says that it runs the release.
     *
     * @param proved and has shown that it is that phone
     */
    record Arrived(Instant at, boolean proved) implements Deed {}

    /** It says that it runs another version: what it had, or a step of a ladder. */
    record Said(Instant at, String version, boolean proved) implements Deed {}

    /**
     * What a sighting tells of a rollout's phone; empty if it is none of those let in, was seen
     * before it was, or did not get what it asked for: everybody can ask for anything.
     */
    static Optional<Deed> of(Rollout rollout, Heard heard) {
        if (!heard.answered()
                || rollout.provider() != heard.provider()
                || !letsIn(rollout, heard)) {
            return Optional.empty();
        }
        if (heard.version().equals(rollout.version().text())) {
            return Optional.of(new Arrived(heard.at(), heard.proved()));
        }
        if (heard.rollout() == rollout.id()) {
            return Optional.of(new Fetched(heard.at(), heard.version(), heard.whole() > 0));
        }
        return heard.version().isEmpty()
                ? Optional.empty()
                : Optional.of(new Said(heard.at(), heard.version(), heard.proved()));
    }

    private static boolean letsIn(Rollout rollout, Heard heard) {
        MacAddress mac = heard.mac();
        Optional<String> version = Optional.of(heard.version()).filter(said -> !said.isEmpty());
        return DeviceModels.find(heard.model())
                        .filter(model -> rollout.rule().lets(mac, model, version))
                        .isPresent()
                && rollout.letInAt(rollout.rule().salt().place(mac))
                        .filter(opened -> !heard.at().isBefore(opened))
                        .isPresent();
    }
}
