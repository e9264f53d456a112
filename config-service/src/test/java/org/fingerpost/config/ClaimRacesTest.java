package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.config.Desk.by;
import static org.fingerpost.config.SelfService.claim;
import static org.fingerpost.config.SelfService.pin;
import static org.fingerpost.config.SelfService.pins;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.junit.jupiter.api.Test;

/** Of claims that race for a PIN or for a phone one comes through. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class ClaimRacesTest extends ClaimDesk {
    @Test
    void ofManyPhonesThatRaceForAPinOneGetsIt() throws Exception {
        String pin = pin(acme);
        List<String> phones = IntStream.range(0, 12).mapToObj(_ -> mac()).toList();

        List<Response> answers =
                together(phones.stream().map(phone -> call(acme, phone, pin)).toList());

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 422).hasSize(11);
        by(acme.apiKey()).get("/api/v1/devices").then().body("size()", equalTo(1));
    }

    @Test
    void ofManyPinsThatRaceForAPhoneOneIsUsed() throws Exception {
        List<String> all = pins(acme, 5);

        List<Response> answers = together(all.stream().map(pin -> call(acme, mac, pin)).toList());

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 409).hasSize(4);
        by(acme.apiKey())
                .get("/api/v1/pin-batches")
                .then()
                .body("[0].counts.used", equalTo(1))
                .body("[0].counts.open", equalTo(4));
    }

    @Test
    void theSameClaimSentManyTimesAtOnceMakesOneDevice() throws Exception {
        String pin = pin(acme);

        List<Response> answers =
                together(IntStream.range(0, 5).mapToObj(_ -> call(acme, mac, pin)).toList());

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(4);
    }

    private static Callable<Response> call(Customer customer, String phone, String pin) {
        return () -> claim(customer, phone, pin);
    }

    private static List<Response> together(List<Callable<Response>> calls) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> answers = threads.invokeAll(calls);
            return answers.stream().map(Future::resultNow).toList();
        }
    }
}
