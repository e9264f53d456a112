package org.fingerpost.firmware.compliance;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fingerpost.formats.mac.MacAddress;

/**
 * A sighting of a provider's phone, as far as this service needs it. An empty text means that it
 * was not told. Taking one twice, or late, changes nothing: of each phone the latest counts.
 *
 * @param at to the millisecond
 * @param answered whether the phone was told something, rather than refused or sent away
 * @param fetched the firmware file of which the phone was sent something; empty: none
 * @param whole how many bytes that was, if it was sent from its beginning on; else 0
 * @param rollout whose rule gave it that; 0: none's
 * @param proved whether the phone has shown that it is the one with that address
 */
public record Heard(
        UUID door,
        String service,
        long provider,
        MacAddress mac,
        Instant at,
        boolean answered,
        String model,
        String version,
        String fetched,
        long whole,
        long rollout,
        boolean proved) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 128;
    private static final int OK = 200;
    private static final Set<String> PROOFS = Set.of("token", "login", "window");
    private static final Set<String> ANSWERED = Set.of("served", "not-modified", "redirected");

    /**
     * The same, and where it tells nothing of itself what the phone said before. What was proved is
     * not corrected by what was not.
     */
    Heard after(Heard earlier) {
        boolean believed = proved || !earlier.proved;
        return new Heard(
                door,
                service,
                provider,
                mac,
                at,
                answered,
                told(believed, model, earlier.model),
                told(believed, version, earlier.version),
                fetched,
                whole,
                rollout,
                proved || earlier.proved);
    }

    private static String told(boolean believed, String now, String earlier) {
        return now.isEmpty() || !believed && !earlier.isEmpty() ? earlier : now;
    }

    /** What the sighting tells; empty if it tells of no provider's phone. */
    public static Optional<Heard> of(byte[] sighting) {
        try {
            Told told = JSON.readValue(sighting, Told.class);
            return told == null || !told.isOfPhone()
                    ? Optional.empty()
                    : MacAddress.find(told.mac).map(told::heard);
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The members of the event; see its schema. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Told(
            String door,
            String service,
            String time,
            String mac,
            long provider,
            String kind,
            String file,
            String method,
            int status,
            long bytes,
            String outcome,
            String model,
            String version,
            String proof,
            long rollout) {
        boolean isOfPhone() {
            return door != null
                    && service != null
                    && time != null
                    && mac != null
                    && provider > 0
                    && bytes >= 0;
        }

        Heard heard(MacAddress phone) {
            boolean sent =
                    "firmware".equals(kind)
                            && "served".equals(outcome)
                            && "GET".equals(method)
                            && file != null;
            return new Heard(
                    UUID.fromString(door),
                    plain(service),
                    provider,
                    phone,
                    Instant.parse(time).truncatedTo(ChronoUnit.MILLIS),
                    outcome != null && ANSWERED.contains(outcome),
                    plain(model),
                    plain(version),
                    sent ? plain(file) : "",
                    sent && status == OK ? bytes : 0,
                    sent ? rollout : 0,
                    proof != null && PROOFS.contains(proof));
        }

        /** The event's schema promises this; the database is not asked to believe it. */
        private static String plain(String text) {
            StringBuilder kept = new StringBuilder();
            if (text != null) {
                text.chars()
                        .filter(c -> !Character.isISOControl(c) && !Character.isSurrogate((char) c))
                        .limit(LONGEST)
                        .forEach(c -> kept.append((char) c));
            }
            return kept.toString();
        }
    }
}
