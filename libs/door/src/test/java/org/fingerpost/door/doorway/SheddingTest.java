package org.fingerpost.door.doorway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.fingerpost.door.Answer;
import org.fingerpost.door.PhoneDoor;
import org.fingerpost.door.PhoneRequest;
import org.fingerpost.door.Seen;
import org.fingerpost.door.doorway.RawClient.Response;
import org.fingerpost.door.shedding.ShedClass;
import org.fingerpost.door.shedding.Shedding;
import org.fingerpost.door.shedding.SheddingConfig;
import org.fingerpost.door.sightings.Kind;
import org.fingerpost.door.sightings.Outcome;
import org.junit.jupiter.api.Test;

/** A door over real HTTP, whose lag and whose clock are told by the test. */
class SheddingTest {
    private final AtomicLong lagMillis = new AtomicLong();
    private final AtomicLong seconds = new AtomicLong(-5);
    private final AtomicInteger looked = new AtomicInteger();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Shedding shedding = shedding(Quiet.defaults());

    private final PhoneDoor door =
            new PhoneDoor() {
                @Override
                public Answer answer(PhoneRequest request) {
                    looked.incrementAndGet();
                    return new Answer.Bytes(
                            Seen.of(Kind.CFG_XML, Outcome.SERVED),
                            "text/xml",
                            "<x/>".getBytes(StandardCharsets.US_ASCII),
                            "v1");
                }

                @Override
                public ShedClass shedClass(PhoneRequest request) {
                    return switch (request.path()) {
                        case "/fw" -> ShedClass.FIRMWARE;
                        case "/cfg.xml" -> ShedClass.GENERIC;
                        case "/gs/cfg000b82123456" -> ShedClass.REDIRECT;
                        default -> ShedClass.OWN;
                    };
                }
            };

    private Shedding shedding(SheddingConfig config) {
        Shedding made =
                new Shedding(
                        config,
                        _ -> Duration.ofMillis(lagMillis.get()).toNanos(),
                        () -> Duration.ofSeconds(seconds.get()).toNanos());
        made.register(meters, "redirect");
        return made;
    }

    private static final String OWN = "/cfg000b82123456.xml";
    private static final List<String> ALL = List.of("/fw", "/cfg.xml", OWN, "/gs/cfg000b82123456");

    private List<Integer> statuses(int lag) throws Exception {
        lagMillis.set(lag);
        try (Counter counter = new Counter(door, List.of(), shedding)) {
            return ALL.stream().map(path -> RawClient.get(counter.port(), path).status()).toList();
        }
    }

    @Test
    void firmwareAndGenericFilesGoFirstThenOwnOnesAndRedirectsLast() throws Exception {
        assertThat(statuses(249)).containsExactly(200, 200, 200, 200);
        assertThat(statuses(250)).containsExactly(503, 503, 200, 200);
        assertThat(statuses(1_000)).containsExactly(503, 503, 503, 200);
        assertThat(statuses(2_000)).containsExactly(503, 503, 503, 503);
        assertThat(shed("firmware")).isEqualTo(3);
        assertThat(shed("generic")).isEqualTo(3);
        assertThat(shed("own")).isEqualTo(2);
        assertThat(shed("redirect")).isEqualTo(1);
    }

    @Test
    void aPhoneWhoseOwnFileWasPutOffIsNotGivenTheGenericOneThoughTheDoorHasCaughtUp() {
        try (Counter counter = new Counter(door, List.of(), shedding)) {
            lagMillis.set(1_200);
            assertThat(RawClient.get(counter.port(), OWN).status()).isEqualTo(503);
            lagMillis.set(0);
            assertThat(RawClient.get(counter.port(), "/cfg.xml").status()).isEqualTo(503);
            assertThat(RawClient.get(counter.port(), OWN).status()).isEqualTo(200);
            assertThat(RawClient.get(counter.port(), "/fw").status()).isEqualTo(200);
            seconds.addAndGet(59);
            assertThat(RawClient.get(counter.port(), "/cfg.xml").status()).isEqualTo(503);
            seconds.addAndGet(1);
            assertThat(RawClient.get(counter.port(), "/cfg.xml").status()).isEqualTo(200);
        }
    }

    @Test
    void whoIsPutOffIsToldWhenToComeBackNotAllAtOnceAndCostsNoLookup() {
        lagMillis.set(1_000);
        Set<String> told = new HashSet<>();
        try (Counter counter = new Counter(door, List.of(), shedding)) {
            for (int i = 0; i < 50; i++) {
                Response answer = RawClient.get(counter.port(), OWN);
                String seconds = answer.field("Retry-After").orElseThrow();
                assertThat(Integer.parseInt(seconds)).isBetween(20, 60);
                assertThat(answer.body()).isEmpty();
                told.add(seconds);
            }
            assertThat(counter.lastSighting().outcome()).isEqualTo(Outcome.BUSY);
            assertThat(counter.lastSighting().kind()).isEqualTo(Kind.CFG_XML);
        }
        assertThat(told).hasSizeGreaterThan(5);
        assertThat(looked).hasValue(0);
    }

    @Test
    void limitsThatDoNotAscendAreRefused() {
        SheddingConfig wrong =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(SheddingConfig.class)
                        .withSources(
                                new PropertiesConfigSource(
                                        Map.of("fingerpost.door.shedding.lag-of-own", "249ms"),
                                        "test",
                                        100))
                        .build()
                        .getConfigMapping(SheddingConfig.class);
        assertThatThrownBy(() -> shedding(wrong)).hasMessageContaining("ascend");
    }

    private double shed(String word) {
        return meters.get("fingerpost.door.shed").tag("class", word).counter().count();
    }
}
