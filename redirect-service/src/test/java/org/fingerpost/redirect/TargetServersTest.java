package org.fingerpost.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.Registry.approve;
import static org.fingerpost.redirect.Registry.by;
import static org.fingerpost.redirect.Registry.customer;
import static org.fingerpost.redirect.Registry.phone;
import static org.fingerpost.redirect.Registry.phoneUntil;
import static org.fingerpost.redirect.Registry.range;
import static org.fingerpost.redirect.Registry.server;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.redirect.Registry.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Contract;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a target server can say beside its two addresses, from the API to the phone. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class TargetServersTest {
    private static final String MASK = "••••••";

    @Test
    void whatAProviderSaysIsToldToItsPhones() {
        Customer acme = customer("Acme");
        Response made =
                post(
                        acme,
                        Map.of(
                                "configPrefix",
                                "gs_",
                                "firmwarePostfix",
                                "_2",
                                "autoUpgrade",
                                "interval",
                                "checkIntervalMinutes",
                                1440,
                                "spreadInterval",
                                720,
                                "dhcpOverride",
                                1,
                                "settings",
                                Map.of("P30", "ntp.example", "P99999", "x")));
        made.then()
                .statusCode(201)
                .body("configPrefix", equalTo("gs_"))
                .body("autoUpgrade", equalTo("interval"))
                .body("settings.P30", equalTo("ntp.example"))
                .body("warnings", hasItem(containsString("P99999 is not in the catalogue")));
        assertThat(made.asString()).doesNotContain("spreadKey");
        approve(range(acme, "000b82a00000", "000b82a0ffff", made.jsonPath().getLong("id")));

        String first = phoneUntil(200, "/gs/cfg000b82a00000.xml").asString();

        assertThat(first)
                .contains("<P234>gs_</P234>", "<P233>_2</P233>", "<P194>1</P194>")
                .contains("<P145>1</P145>", "<P30>ntp.example</P30>");
        Set<String> intervals = new HashSet<>();
        for (int i = 0; i < 16; i++) {
            Response binary = phone(String.format("/gs/cfg000b82a000%02x", i));
            intervals.add(
                    CfgBinary.decode(binary.asByteArray())
                            .settings()
                            .get(PValue.parse("P193"))
                            .orElseThrow());
        }
        assertThat(intervals).hasSizeGreaterThan(8);
    }

    @Test
    void secretsAreSealedMaskedAndNotToldInClear() {
        Customer acme = customer("Acme");
        Response made =
                post(
                        acme,
                        Map.of(
                                "xmlPassword", "s3cret-xml",
                                "httpUser", "s3cret-user",
                                "httpPassword", "s3cret-http",
                                "settings", Map.of("P2", "s3cret-admin")));
        made.then()
                .statusCode(201)
                .body("xmlPassword", equalTo(MASK))
                .body("httpUser", equalTo(MASK))
                .body("settings.P2", equalTo(MASK))
                .body("warnings", hasItem(containsString("over TLS only")));
        long id = made.jsonPath().getLong("id");
        approve(range(acme, "000b82a10000", "000b82a1ffff", id));

        String file = phoneUntil(200, "/gs/cfg000b82a10000.xml").asString();
        List<ConsumerRecord<String, String>> state =
                Soon.until(
                        () -> Contract.read("fingerpost.redirect.state"),
                        seen -> seen.stream().anyMatch(each -> each.key().equals("target/" + id)));

        assertThat(file).contains("<P237>").doesNotContain("P1359").doesNotContain("<P2>");
        assertThat(state.toString() + made.asString() + file).doesNotContain("s3cret");
        assertThat(state.toString()).contains("\"sealed\"");
        state.forEach(Contract::holdsForState);
        assertThat(by(acme.apiKey()).get("/api/v1/audit").asString())
                .contains("target-server-registered", MASK)
                .doesNotContain("s3cret")
                .doesNotContain("ciphertext");
    }

    @Test
    void aMaskThatComesBackKeepsTheSecretAndNothingElseDoes() {
        Customer acme = customer("Acme");
        long id = post(acme, Map.of("xmlPassword", "s3cret")).jsonPath().getLong("id");

        put(acme, id, Map.of("xmlPassword", MASK)).then().body("xmlPassword", equalTo(MASK));
        put(acme, id, Map.of()).then().statusCode(200).body("xmlPassword", equalTo(""));
        put(acme, id, Map.of("xmlPassword", MASK))
                .then()
                .statusCode(422)
                .body("detail", containsString("P1359 is masked"));
    }

    @Test
    void phonesOfAnHttpTargetAreLedThere() {
        Customer acme = customer("Acme");
        Response made = post(acme, Map.of("httpRedirect", true));
        approve(range(acme, "000b82a20000", "000b82a2ffff", made.jsonPath().getLong("id")));

        Response moved =
                Soon.until(
                        () ->
                                RestAssured.given()
                                        .redirects()
                                        .follow(false)
                                        .get("/gs/cfg000b82a20001.xml"),
                        answer -> answer.statusCode() == 302);

        moved.then()
                .header("Location", "http://a.example/p/cfg000b82a20001.xml")
                .header("Content-Length", "0");
    }

    @Test
    void aFileThatThePhoneHasIsNotSentAgain() {
        Customer acme = customer("Acme");
        long server = server(acme, "http://a.example/p", "http://a.example/f");
        approve(range(acme, "000b82a30000", "000b82a3ffff", server));
        String tag = phoneUntil(200, "/cfg000b82a30001").header("ETag");

        RestAssured.given()
                .urlEncodingEnabled(false)
                .header("If-None-Match", tag)
                .get("/gs//CFG00:0B:82:A3:00:01")
                .then()
                .statusCode(304);
        RestAssured.given().head("/gs/cfg000b82a30001").then().statusCode(200).header("ETag", tag);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "configPrefix | a/b | at most 32 visible ASCII characters",
                "autoUpgrade | hourly | keep, never, interval, daily, weekly",
                "checkIntervalMinutes | 59 | 60 and 86400",
                "spreadInterval | 5 | needs a checkIntervalMinutes",
                "dhcpOverride | 3 | dhcpOverride is 0",
                "xmlPassword | with blank | at most 40 characters",
                "configUrl | http://[fe80::1%25eth0]/p | zone",
            })
    void nonsenseIsRefusedInASentence(String word, String value, String sentence) {
        post(customer("Acme"), Map.of(word, value))
                .then()
                .statusCode(422)
                .body("detail", containsString(sentence));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P237 | x.example | own words",
                "P1359 | s3cret | own words",
                "P238 | sometimes | P238 (firmware.check) takes one of",
                "P242 | s3cret | takes hexadecimal digits only",
                "P08375 | 1 | not a P-value",
            })
    void aSettingThatCannotBeIsRefusedInASentence(String p, String value, String sentence) {
        Response refused = post(customer("Acme"), Map.of("settings", Map.of(p, value)));

        refused.then().statusCode(422).body("detail", containsString(sentence));
        assertThat(refused.asString()).doesNotContain("s3cret");
    }

    @Test
    void anHttpRedirectCannotLeadToTftp() {
        post(customer("Acme"), Map.of("httpRedirect", true, "configUrl", "tftp://a.example/p"))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:fingerpost:problem:no-http-redirect-to-tftp"));
    }

    private static Response post(Customer customer, Map<String, Object> said) {
        return by(customer.apiKey()).body(body(said)).post("/api/v1/target-servers");
    }

    private static Response put(Customer customer, long id, Map<String, Object> said) {
        return by(customer.apiKey()).body(body(said)).put("/api/v1/target-servers/" + id);
    }

    private static Map<String, Object> body(Map<String, Object> said) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "main");
        body.put("configUrl", "http://a.example/p");
        body.put("firmwareUrl", "http://a.example/f");
        body.putAll(said);
        return body;
    }
}
