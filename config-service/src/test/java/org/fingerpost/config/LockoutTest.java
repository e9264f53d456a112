package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.config.Desk.by;
import static org.fingerpost.config.SelfService.batch;
import static org.fingerpost.config.SelfService.claim;
import static org.fingerpost.config.SelfService.pin;
import static org.fingerpost.config.SelfService.pins;
import static org.fingerpost.config.SelfService.wrong;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.junit.jupiter.api.Test;

/** Guessing is counted and comes to an end, whoever guesses, from wherever, and however fast. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class LockoutTest {
    private static final AtomicInteger COUNT = new AtomicInteger(0x10);
    private static final Map<String, String> MALLORY = Map.of("caller", "mallory");

    private final Customer acme = PlayedRedirect.customer();

    @Inject AgroalDataSource database;

    private ClaimCounts counts() {
        return new ClaimCounts(database);
    }

    private static String mac() {
        return String.format("000b8262%04x", COUNT.getAndIncrement());
    }

    @Test
    void aCallerWhoHasGuessedFiveTimesIsNotHeardAnyMore() throws SQLException {
        String pin = pin(acme);
        for (int i = 0; i < 5; i++) {
            claim(acme, mac(), wrong(pin), MALLORY).then().statusCode(422);
        }

        Response locked = claim(acme, mac(), pin, MALLORY);

        locked.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:fingerpost:problem:too-many-failures"));
        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(3_000, 3_601);
        assertThat(claim(acme, mac(), wrong(pin), MALLORY).asString()).isEqualTo(locked.asString());
        claim(acme, mac(), pin, Map.of("caller", " Mallory ")).then().statusCode(429);
        claim(acme, mac(), pin, Map.of("caller", "alice")).then().statusCode(201);
        counts().anHourPasses();
        claim(acme, mac(), pin(acme), MALLORY).then().statusCode(201);
    }

    @Test
    void aPhoneThatWasGuessedForFiveTimesIsNotClaimedAnyMore() {
        String pin = pin(acme);
        String mac = mac();
        for (int i = 0; i < 5; i++) {
            claim(acme, mac, wrong(pin), Map.of("caller", "m" + i)).then().statusCode(422);
        }

        claim(acme, mac, pin, Map.of("caller", "alice")).then().statusCode(429);
        claim(acme, mac(), pin, Map.of("caller", "alice")).then().statusCode(201);
    }

    @Test
    void aNumberThatWasGuessedForFiveTimesLocksItsPinUntilTheWindowIsOver() throws SQLException {
        Response made =
                batch(
                        acme,
                        Map.of(
                                "model",
                                "GXP2160",
                                "pins",
                                List.of(Map.of("number", "2001"), Map.of("number", "2002"))));
        String pin = made.path("pins[0].pin");
        String path = "/api/v1/pin-batches/" + made.path("id");
        for (int i = 0; i < 5; i++) {
            claim(acme, mac(), wrong(pin), Map.of("number", "2001")).then().statusCode(422);
        }

        claim(acme, mac(), pin, Map.of("number", "2001")).then().statusCode(429);
        by(acme.apiKey())
                .get(path)
                .then()
                .body("counts.locked", equalTo(1))
                .body("counts.open", equalTo(1));
        counts().anHourPasses();
        by(acme.apiKey()).get(path).then().body("counts.open", equalTo(2));
        claim(acme, mac(), pin, Map.of("number", "2001")).then().statusCode(201);
    }

    @Test
    void guessesThatComeAtTheSameMomentAreAllCounted() throws Exception {
        String pin = pin(acme);
        List<Callable<Response>> guesses = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            guesses.add(() -> claim(acme, mac(), wrong(pin), MALLORY));
        }

        List<Response> answers;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(guesses).stream().map(Future::resultNow).toList();
        }

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 422).hasSize(5);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 429).hasSize(19);
    }

    @Test
    void aRightPinWipesOutTheSlipsBeforeIt() {
        List<String> pins = pins(acme, 2);
        for (String pin : pins) {
            for (int i = 0; i < 4; i++) {
                claim(acme, mac(), wrong(pins.toArray(String[]::new)), MALLORY)
                        .then()
                        .statusCode(422);
            }
            claim(acme, mac(), pin, MALLORY).then().statusCode(201);
        }
    }

    @Test
    void aClaimThatIsOnlyRepeatedWipesOutNothingAndCountsForNothing() {
        String pin = pin(acme);
        String mac = mac();
        claim(acme, mac, pin, MALLORY).then().statusCode(201);
        for (int i = 0; i < 5; i++) {
            claim(acme, mac, pin, MALLORY).then().statusCode(200);
            claim(acme, mac(), wrong(pin), MALLORY).then().statusCode(422);
        }

        claim(acme, mac(), wrong(pin), MALLORY).then().statusCode(429);
    }

    @Test
    void aRightPinThatMakesNoDeviceCountsSoThatNobodyTriesPhonesWithIt() {
        String pin = pin(acme);
        String mac = mac();
        Desk.put(acme, mac, Map.of("P47", "a")).then().statusCode(201);
        for (int i = 0; i < 5; i++) {
            claim(acme, mac, pin, Map.of("caller", "m" + i)).then().statusCode(409);
        }

        claim(acme, mac, pin, Map.of("caller", "m9")).then().statusCode(429);
    }

    @Test
    void aProviderWhosePinsAreGuessedByManyIsClosedAsAWholeAndNobodyElseIs() throws SQLException {
        String pin = pin(acme);
        claim(acme, mac(), wrong(pin)).then().statusCode(422);
        counts().set(acme, "calls", 200);

        claim(acme, mac(), pin).then().statusCode(429);

        Customer rival = PlayedRedirect.customer();
        claim(rival, mac(), pin(rival)).then().statusCode(201);
        counts().anHourPasses();
        claim(acme, mac(), pin(acme)).then().statusCode(201);
    }

    @Test
    void whoIsLockedOutLeavesNoTrace() throws SQLException {
        for (int i = 0; i < 5; i++) {
            claim(acme, mac(), "31415926", MALLORY).then().statusCode(422);
        }
        long before = counts().rows(acme);

        for (int i = 0; i < 10; i++) {
            claim(acme, mac(), "31415926", MALLORY).then().statusCode(429);
        }

        assertThat(counts().rows(acme)).isEqualTo(before);
        counts().anHourPasses();
        claim(acme, mac(), "31415926", MALLORY).then().statusCode(422);
        assertThat(counts().rows(acme)).isEqualTo(3);
    }
}
