package org.fingerpost.firmware.judging;

import java.time.Instant;
import java.util.Optional;
import org.fingerpost.firmware.compliance.Heard;
import org.fingerpost.firmware.rollouts.Rollout;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.model.DeviceModels;

/** What a phone that a rollout lets in was seen to do. */
sealed interface Deed {
    long rollout();

    MacAddress mac();

    Instant at();

    /**
     * It was sent something of the release, or of a step towards it.
     *
     * @param was the version that it said it had; empty if none
     * @param whole that it was sent a file from its beginning to its end
     */
    record Fetched(long rollout, MacAddress mac, long place, Instant at, String was, boolean whole)
            implements Deed {
        /** What it said in doing so; empty: nothing. */
        Optional<Said> said() {
            return was.isEmpty() ? Optional.empty() : Optional.of(new Said(rollout, mac, at, was));
        }
    }

    /** It says that it runs the release. */
    record Arrived(long rollout, MacAddress mac, long place, Instant at, String version)
            implements Deed {}

    /** It says that it runs another version: what it had, or a step of a ladder. */
    record Said(long rollout, MacAddress mac, Instant at, String version) implements Deed {}

    /**
     * What a sighting tells of a rollout's phone; empty if it is none of those let in, was seen
     * before it was, or did not get what it asked for: everybody can ask for anything.
     */
    static Optional<Deed> of(Rollout rollout, ReleaseFiles files, Heard heard) {
        boolean letIn =
                heard.answered()
                        && rollout.provider() == heard.provider()
                        && DeviceModels.find(heard.model())
                                .filter(model ->
                                        rollout.rule()
                                                .lets(
                                                        heard.mac(),
                                                        model,
                                                        Optional.of(heard.version())
                                                                .filter(v -> !v.isEmpty())))
                                .isPresent();
        if (!letIn) {
            return Optional.empty();
        }
        long place = rollout.rule().salt().place(heard.mac());
        if (rollout.letInAt(place).filter(opened -> !heard.at().isBefore(opened)).isEmpty()) {
            return Optional.empty();
        }
        if (heard.version().equals(rollout.version().text())) {
            return Optional.of(
                    new Arrived(rollout.id(), heard.mac(), place, heard.at(), heard.version()));
        }
        if (files.have(heard.fetched())) {
            boolean whole = heard.whole() > 0;
            return Optional.of(
                    new Fetched(
                            rollout.id(), heard.mac(), place, heard.at(), heard.version(), whole));
        }
        return heard.version().isEmpty()
                ? Optional.empty()
                : Optional.of(new Said(rollout.id(), heard.mac(), heard.at(), heard.version()));
    }
}
