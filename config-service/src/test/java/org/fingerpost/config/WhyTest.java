package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.config.Desk.admission;
import static org.fingerpost.config.Desk.base;
import static org.fingerpost.config.Desk.by;
import static org.fingerpost.config.Desk.phone;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** Each value of a file can be traced to who said it, and each file of the past made again. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class WhyTest {
    private static final AtomicInteger COUNT = new AtomicInteger(1);

    private final String mac = String.format("000b8270%04x", COUNT.getAndIncrement());
    private final Customer acme = PlayedRedirect.customer();
    private final String device = "/api/v1/devices/" + mac;

    private ValidatableResponse why(String query) {
        return by(acme.apiKey()).get(device + "/why" + query).then();
    }

    private void device(Map<String, ?> more) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("model", "GXP2160"));
        body.put("settings", Map.of());
        body.putAll(more);
        Response answer = by(acme.apiKey()).body(body).put(device);
        assertThat(answer.statusCode()).isIn(200, 201);
    }

    private void publish(String sheet, Map<String, ?> body) {
        by(acme.apiKey())
                .body(body)
                .put("/api/v1/sheets/" + sheet + "/draft")
                .then()
                .statusCode(200);
        by(acme.apiKey())
                .body(Map.of())
                .post("/api/v1/sheets/" + sheet + "/publish")
                .then()
                .statusCode(200);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void firmwareThatIsOfferedReachesThePhoneAndIsToldWithItsReleaseAndVersion() {
        device(Map.of());
        PlayedRedirect.firmware(acme, "GXP21xx", "1.0.7.5", ",\"server\":\"fw.example/fw/x\"");
        Soon.until(() -> why("").extract().asString(), told -> told.contains("fw.example/fw/x"));

        PlayedRedirect.firmware(
                acme, "GXP2160", "1.0.7.6", ",\"server\":\"fw.example/fw/x\",\"P238\":1");

        Soon.until(() -> why("").extract().asString(), told -> told.contains("_1.0.7.6"));
        why("").body("values.find { it.p == 'P192' }.value", equalTo("fw.example/fw/x"))
                .body("values.find { it.p == 'P192' }.layer", equalTo("firmware"))
                .body("values.find { it.p == 'P192' }.revision", equalTo(12))
                .body("values.find { it.p == 'P192' }.author", equalTo("version 1.0.7.6"))
                .body("values.find { it.p == 'P232' }.value", equalTo(""))
                .body("values.find { it.p == 'P238' }.value", equalTo("1"));
        assertThat(phone(base(acme) + "/cfg" + mac + ".xml").asString())
                .contains("<P192>fw.example/fw/x</P192>")
                .contains("<P233>_1.0.7.6</P233>");
    }

    @Test
    void eachValueHasItsLayerTemplateRevisionAndAuthor() {
        publish("template/base", Map.of("settings", Map.of("P47", "${sip.server}")));
        publish(
                "provider",
                Map.of(
                        "templates",
                        List.of("base"),
                        "settings",
                        Map.of("P64", "CET"),
                        "variables",
                        Map.of("sip.server", "sip.example")));
        device(
                Map.of(
                        "settings",
                        Map.of("P3", "Anna"),
                        "accounts",
                        Map.of("1", Map.of("P34", "s1p-geheim"))));
        String author = "provider/" + acme.id();

        ValidatableResponse why = why("");

        why.statusCode(200)
                .body("values.find { it.p == 'P47' }.value", equalTo("sip.example"))
                .body("values.find { it.p == 'P47' }.layer", equalTo("provider"))
                .body("values.find { it.p == 'P47' }.template", equalTo("base"))
                .body("values.find { it.p == 'P64' }.revision", equalTo(1))
                .body("values.find { it.p == 'P64' }.author", equalTo(author))
                .body("values.find { it.p == 'P3' }.layer", equalTo("device"))
                .body("values.find { it.p == 'P34' }.layer", equalTo("account/1"))
                .body("values.find { it.p == 'P34' }.value", equalTo("••••••"))
                .body("values.find { it.p == 'P237' }.layer", equalTo("service"))
                .body("values.find { it.p == 'P237' }.value", equalTo("••••••"))
                .body("file.masked", containsString("<P3>Anna</P3>"))
                .body("file.masked", not(containsString("geheim")));
        Response file =
                Soon.until(
                        () -> phone(base(acme) + "/cfg" + mac + ".xml"),
                        answer -> answer.statusCode() == 200);
        why.body("file.sha256", equalTo(sha256(file.asByteArray())))
                .body("file.length", equalTo(file.asByteArray().length));
    }

    @Test
    void aDraftIsPreviewedForOnePhone() {
        device(Map.of());
        publish("provider", Map.of("settings", Map.of("P64", "CET")));
        by(acme.apiKey())
                .body(Map.of("settings", Map.of("P64", "EET", "P3", "draft")))
                .put("/api/v1/sheets/provider/draft")
                .then()
                .statusCode(200);

        why("?draft=provider")
                .body("values.find { it.p == 'P64' }.value", equalTo("EET"))
                .body("values", hasSize(2));
        why("").body("values.find { it.p == 'P64' }.value", equalTo("CET"));
        why("?draft=model/GXP2160").statusCode(404);
    }

    @Test
    void whatWasServedAtAnyMomentIsMadeAgain() throws InterruptedException {
        admission(acme, "open"); // the file is given as often as it is asked for
        Random random = new Random(4711);
        by(acme.apiKey()).body(Map.of()).put("/api/v1/groups/a").then().statusCode(201);
        by(acme.apiKey()).body(Map.of()).put("/api/v1/groups/b").then().statusCode(201);
        Map<Instant, String> archive = new LinkedHashMap<>();
        Map<Instant, String> binaries = new LinkedHashMap<>();
        for (int change = 0; change < 25; change++) {
            change(random, change);
            String served = servedWith("c" + change);
            archive.put(Instant.now(), served);
            binaries.put(Instant.now(), sha256(phone(base(acme) + "/cfg" + mac).asByteArray()));
            Thread.sleep(2); // moments of different changes differ by more than a millisecond
        }

        archive.forEach(
                (at, sha) -> why("?at=" + at).statusCode(200).body("file.sha256", equalTo(sha)));
        binaries.forEach((at, sha) ->
                why("?file=cfg" + mac + "&at=" + at).body("file.sha256", equalTo(sha)));
        why("?at=2020-01-01T00:00:00Z").statusCode(404);
    }

    /** One of the things that people do; each leaves its number in P3 of the file. */
    private void change(Random random, int number) {
        String mark = "c" + number;
        String group = random.nextBoolean() ? "a" : "b";
        switch (number == 0 ? 0 : random.nextInt(4)) {
            case 0 ->
                    device(
                            Map.of(
                                    "group", group,
                                    "settings", Map.of("P3", mark, "P34", "geheim" + mark),
                                    "variables", Map.of("user", "u" + mark)));
            case 1 -> {
                publish("group/a", Map.of("settings", Map.of("P4711", mark)));
                device(Map.of("group", "a", "settings", Map.of("P3", mark)));
            }
            case 2 -> {
                publish(
                        "provider",
                        Map.of(
                                "settings",
                                Map.of("P270", "${greeting}", "P4713", "x"),
                                "variables",
                                Map.of("greeting", "hello " + mark)));
                device(Map.of("settings", Map.of("P3", mark)));
            }
            default -> {
                publish("template/t", Map.of("settings", Map.of("P4712", mark)));
                publish("group/b", Map.of("templates", List.of("t")));
                device(Map.of("group", "b", "settings", Map.of("P3", mark)));
            }
        }
    }

    private String servedWith(String mark) {
        Response file =
                Soon.until(
                        () -> phone(base(acme) + "/cfg" + mac + ".xml"),
                        answer ->
                                answer.statusCode() == 200
                                        && answer.asString().contains("<P3>" + mark + "</P3>"));
        return sha256(file.asByteArray());
    }

    @Test
    void badQuestionsAreRefusedWithASentence() {
        device(Map.of());
        why("?at=yesterday").statusCode(422).body("detail", containsString("UTC"));
        why("?file=cfg000000000001.xml").statusCode(422);
        why("?at=2026-01-01T00:00:00Z&draft=provider").statusCode(422);
        Customer rival = PlayedRedirect.customer();
        by(rival.apiKey()).get(device + "/why").then().statusCode(404);
    }
}
