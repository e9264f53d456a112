package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.config.ArchiveDesk.ARCHIVES;
import static org.fingerpost.config.ArchiveDesk.PASSPHRASE;
import static org.fingerpost.config.ArchiveDesk.exported;
import static org.fingerpost.config.ArchiveDesk.send;
import static org.fingerpost.config.ArchiveDesk.takenOver;
import static org.fingerpost.config.Desk.base;
import static org.fingerpost.config.Desk.by;
import static org.fingerpost.config.Desk.phoneUntil;
import static org.fingerpost.config.Desk.settings;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.config.archives.jobs.ArchiveJobs;
import org.fingerpost.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything that a provider owns goes into one file, and comes out of it elsewhere. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class ArchiveTest {
    private static final AtomicInteger COUNT = new AtomicInteger(1);

    @Inject ArchiveJobs jobs;

    private final Customer acme = PlayedRedirect.customer();
    private final Customer rival = PlayedRedirect.customer();
    private final String plain = newMac();
    private final String rich = newMac();
    private final String later = newMac();

    private static String newMac() {
        return String.format("000b8258%04x", COUNT.getAndIncrement());
    }

    @BeforeEach
    void acmeHasSomethingOfEverything() {
        put("groups/city", Map.of()).statusCode(201);
        put("groups/a-house", Map.of("parent", "city")).statusCode(201);
        published(
                "template/base",
                Map.of("settings", Map.of("P47", "${sip.server}", "P34", "${sip.password}")));
        published(
                "provider",
                Map.of(
                        "templates", List.of("base"),
                        "variables", Map.of("sip.server", "s.example", "sip.password", "geheim1")));
        published("group/a-house", Map.of("settings", Map.of("P237", "h.example", "P64", "CET")));
        put("sheets/group/city/draft", Map.of("settings", Map.of("P64", "EET"))).statusCode(200);
        put("generic-settings", Map.of("settings", Map.of("P47", "g.example"))).statusCode(201);
        put("admission/groups/city", Map.of("mode", "token")).statusCode(200);
        put("admission/tftp", Map.of("ranges", List.of(Map.of("first", plain, "last", plain))))
                .statusCode(200);
        put("staggering", Map.of("everyMinutes", 2000)).statusCode(200);
        device(plain, Map.of());
        device(
                rich,
                Map.of(
                        "group", "a-house",
                        "settings", Map.of("P2", "geheim2"),
                        "variables", Map.of("sip.password", "geheim3"),
                        "accounts", Map.of("2", Map.of("P406", "geheim4"))));
        put("devices/" + rich + "/login", Map.of("user", "u", "password", "geheim5-geheim5"))
                .statusCode(200);
        put("devices/" + rich + "/config-key", Map.of("password", "geheim6")).statusCode(200);
        put("devices/" + later + "?draft=true", body(Map.of("settings", Map.of("P2", "x"))))
                .statusCode(201);
    }

    private ValidatableResponse put(String path, Map<String, ?> body) {
        return by(acme.apiKey()).body(body).put("/api/v1/" + path).then();
    }

    private static Map<String, Object> body(Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of("model", "GXP2160", "settings", Map.of()));
        body.putAll(more);
        return body;
    }

    private void device(String mac, Map<String, ?> more) {
        put("devices/" + mac, body(more)).statusCode(201);
    }

    private void published(String sheet, Map<String, ?> said) {
        put("sheets/" + sheet + "/draft", said).statusCode(200);
        by(acme.apiKey())
                .body(Map.of("acknowledged", List.of("P237")))
                .post("/api/v1/sheets/" + sheet + "/publish")
                .then()
                .statusCode(200);
    }

    /** What tokens, logins and addresses do not differ in. */
    private static Map<String, String> told(Customer customer, String mac) {
        Map<String, String> told = new HashMap<>();
        settings(phoneUntil(200, base(customer) + "/cfg" + mac))
                .forEach(each -> told.put(each.p().toString(), each.value()));
        assertThat(told.remove("P237")).containsAnyOf(customer.pathKey(), "h.example");
        return told;
    }

    private static ValidatableResponse asks(Customer customer, String path) {
        return by(customer.apiKey()).get("/api/v1/" + path).then();
    }

    @Test
    void whatWasExportedIsToldElsewhereAsItWasHere() {
        byte[] archive = exported(acme);
        assertThat(new String(archive, StandardCharsets.ISO_8859_1))
                .startsWith("FPSEALED")
                .doesNotContain("geheim");

        takenOver(rival, archive, false);

        asks(rival, "devices/" + later).statusCode(200).body("heldBack", equalTo(true));
        by(rival.apiKey()).post("/api/v1/devices/" + later + "/publish").then().statusCode(200);
        asks(rival, "groups/a-house").body("parent", equalTo("city"));
        asks(rival, "sheets/group/city").body("draft.said.settings.P64", equalTo("EET"));
        asks(rival, "generic-settings").body("settings.P47", equalTo("g.example"));
        asks(rival, "admission")
                .body("groups.city", equalTo("token"))
                .body("tftp[0].last", equalTo(plain));
        asks(rival, "devices/" + rich).body("configKey.known", equalTo(true));
        assertThat(told(rival, plain))
                .isEqualTo(told(acme, plain))
                .containsEntry("P34", "geheim1")
                .containsKey("P193");

        // Its group admits by token alone, so that a window would say nothing.
        for (Customer each : List.of(acme, rival)) {
            by(each.apiKey()).delete("/api/v1/admission/groups/city").then().statusCode(200);
            by(each.apiKey()).body(Map.of()).post("/api/v1/devices/" + rich + "/rearm").then();
        }
        assertThat(told(rival, rich))
                .isEqualTo(told(acme, rich))
                .containsEntry("P2", "geheim2")
                .containsEntry("P34", "geheim3")
                .containsEntry("P406", "geheim4")
                .containsEntry("P64", "CET");

        asks(acme, "audit?size=1000")
                .body("findAll { it.action == 'archive-exported' }", hasSize(1));
        asks(rival, "audit?size=1000")
                .body("findAll { it.action == 'archive-imported' }.after.accepted", contains(12));
    }

    @Test
    void whatIsThereAlreadyIsChangedOnlyIfThatIsMeant() {
        byte[] archive = exported(acme);
        by(rival.apiKey()).body(body(Map.of())).put("/api/v1/devices/" + plain).then();
        by(rival.apiKey())
                .body(Map.of("user", "mine", "password", "another-login-1"))
                .put("/api/v1/devices/" + plain + "/login")
                .then()
                .statusCode(200);

        send(rival, archive, PASSPHRASE, false)
                .statusCode(409)
                .body("type", endsWith("already-there"))
                .body("thing", endsWith(plain));
        asks(rival, "groups").body("", empty());

        rivalPuts("groups/mine", Map.of()).statusCode(201);
        rivalPuts("admission/groups/mine", Map.of("mode", "open")).statusCode(200);
        rivalPuts("groups/city", Map.of()).statusCode(201);
        rivalPuts("sheets/group/city/draft", Map.of("settings", Map.of("P64", "CET")))
                .statusCode(200);
        by(rival.apiKey())
                .body(Map.of())
                .post("/api/v1/sheets/group/city/publish")
                .then()
                .statusCode(200);
        long underway = jobs.open(rival.id(), "none", true);
        send(rival, archive, PASSPHRASE, true)
                .statusCode(409)
                .body("type", endsWith("archive-underway"));
        jobs.begin(underway, 1);
        assertThat(jobs.stumbled(underway, Duration.ofHours(1))).isPositive();
        jobs.fail(underway, "it was only here to be in the way");

        takenOver(rival, archive, true);
        takenOver(rival, archive, true);
        asks(rival, "admission").body("groups.city", equalTo("token"));
        asks(rival, "admission").body("groups", not(hasKey("mine")));
        asks(rival, "sheets/group/city").body("published", nullValue());
        asks(rival, "devices").body("mac", contains(plain, rich, later));
    }

    private ValidatableResponse rivalPuts(String path, Map<String, ?> body) {
        return by(rival.apiKey()).body(body).put("/api/v1/" + path).then();
    }

    @Test
    void whatWasChangedCutOrSealedOtherwiseIsRefusedAndNothingIsWritten() {
        byte[] archive = exported(acme);

        refused(archive, "fünf Wörter für den SafE");
        for (int place : new int[] {3, 8, 12, 30, 40, archive.length / 2, archive.length - 1}) {
            byte[] changed = archive.clone();
            changed[place] ^= 1;
            refused(changed, PASSPHRASE);
        }
        for (int length : new int[] {0, 31, 47, archive.length - 17, archive.length - 1}) {
            refused(Arrays.copyOf(archive, length), PASSPHRASE);
        }
        for (String path : List.of("groups", "sheets", "devices")) {
            asks(rival, path).body("", empty());
        }
        asks(rival, "generic-settings").statusCode(404);
    }

    private void refused(byte[] archive, String passphrase) {
        send(rival, archive, passphrase, false)
                .statusCode(422)
                .body("type", endsWith("archive-does-not-open"));
    }

    @Test
    void onlyAKeyThatMayRevealExportsAndOnlyUnderALongPassphrase() {
        by(acme.apiKey())
                .body(Map.of("passphrase", PASSPHRASE))
                .post(ARCHIVES)
                .then()
                .statusCode(403)
                .body("type", endsWith("reveal-permission-needed"));
        by(PlayedRedirect.furtherKey(acme, "reveal"))
                .body(Map.of("passphrase", "short"))
                .post(ARCHIVES)
                .then()
                .statusCode(422)
                .body("type", endsWith("no-passphrase"));
    }
}
