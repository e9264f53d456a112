package org.fingerpost.door.doorway;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import org.fingerpost.door.Answer;
import org.fingerpost.door.Seen;
import org.fingerpost.door.sightings.Kind;
import org.fingerpost.door.sightings.Outcome;
import org.junit.jupiter.api.Test;

class DoorMetersTest {
    private static final String BY_PROVIDER = "fingerpost.door.provider.requests";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final DoorMeters meters = new DoorMeters(Optional.of(registry), "config", 3);

    @Test
    void aRequestIsCountedByDoorKindStatusAndProvider() {
        meters.count(seen(7), 200);
        meters.count(seen(7), 200);
        meters.count(seen(0), 404);

        assertThat(count("7", "200")).isEqualTo(2);
        assertThat(count("none", "404")).isEqualTo(1);
        assertThat(
                        registry.get("fingerpost.door.requests")
                                .tags("door", "config", "kind", "cfg-xml", "outcome", "served")
                                .counter()
                                .count())
                .isEqualTo(3);
    }

    @Test
    void providersBeyondTheBoundAreCountedTogether() {
        for (long provider = 1; provider <= 50; provider++) {
            meters.count(seen(provider), 200);
        }
        meters.count(seen(2), 200);

        assertThat(labels()).containsExactlyInAnyOrder("1", "2", "3", "other");
        assertThat(count("2", "200")).isEqualTo(2);
        assertThat(count("other", "200")).isEqualTo(47);
    }

    @Test
    void aStatusThatNoDoorAnswersMakesOneSeries() {
        for (int status = 600; status < 700; status++) {
            meters.count(seen(1), status);
        }

        assertThat(registry.find(BY_PROVIDER).counters()).hasSize(1);
        assertThat(count("1", "other")).isEqualTo(100);
    }

    /** A thousand paths that nobody has, each with another key, and not one series more. */
    @Test
    void forgedPathsMakeNoSeries() {
        Answer nothing = new Answer.Nothing(Seen.of(Kind.OTHER, Outcome.NONE));
        try (Counter door = new Counter(request -> nothing, List.of(), meters, false);
                RawClient client = new RawClient(door.port())) {
            ask(client, "/first-forged-key/cfg000b82000000.xml");
            int before = registry.getMeters().size();
            for (int i = 0; i < 1000; i++) {
                ask(client, "/forged-" + i + "/cfg000b82" + (100000 + i) + ".xml");
            }

            assertThat(registry.getMeters()).hasSize(before);
        }
        assertThat(registry.getMeters())
                .extracting(Meter::getId)
                .noneMatch(id -> id.toString().contains("forged"));
        assertThat(
                        registry.get(BY_PROVIDER)
                                .tags("kind", "other", "provider", "none", "status", "404")
                                .counter()
                                .count())
                .isEqualTo(1001);
    }

    private static void ask(RawClient client, String path) {
        client.send(RawClient.request("GET", path));
        assertThat(client.receive(false).status()).isEqualTo(404);
    }

    private double count(String provider, String status) {
        io.micrometer.core.instrument.Counter counter =
                registry.find(BY_PROVIDER)
                        .tags("door", "config", "kind", "cfg-xml")
                        .tags("provider", provider, "status", status)
                        .counter();
        return counter == null ? 0 : counter.count();
    }

    private List<String> labels() {
        return registry.find(BY_PROVIDER).counters().stream()
                .map(counter -> counter.getId().getTag("provider"))
                .toList();
    }

    private static Seen seen(long provider) {
        return Seen.of(Kind.CFG_XML, Outcome.SERVED).withProvider(provider);
    }
}
