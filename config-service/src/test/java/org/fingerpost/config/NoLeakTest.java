package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.config.Desk.admission;
import static org.fingerpost.config.Desk.base;
import static org.fingerpost.config.Desk.by;
import static org.fingerpost.config.Desk.ownDirectory;
import static org.fingerpost.config.Desk.phone;
import static org.fingerpost.config.Desk.phoneUntil;
import static org.fingerpost.config.Desk.put;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Contract;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** A planted password and a token are looked for in everything that this service leaves behind. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class NoLeakTest {
    private static final String MAC = "000b82500001";
    private static final String PLANTED = "PLANTED-sip-p4ssword-7f3a";
    private static final String PLAIN = "PLAIN-visible-marker-91c2";

    @Inject AgroalDataSource database;

    @ConfigProperty(name = "fingerpost.state-dir")
    Path stateFolder;

    @Test
    void aPlantedPasswordAndATokenAreFoundNowhere() throws Exception {
        List<String> log = new ArrayList<>();
        Handler ear = ear(log);
        Logger.getLogger("").addHandler(ear);
        String token;
        try {
            token = aPhonesDay(PlayedRedirect.customer());
        } finally {
            Logger.getLogger("").removeHandler(ear);
        }

        List<String> topics = new ArrayList<>();
        for (String topic : List.of("fingerpost.config.state", "fingerpost.sightings")) {
            Contract.read(topic).forEach(record -> topics.add(record.key() + record.value()));
        }
        holdsNeither("Kafka", String.join("\n", topics), token);
        holdsNeither("the database", dump(), token);
        holdsNeither("the disk", disk(), token);
        log.add(PLAIN);
        holdsNeither("the log", String.join("\n", log), token);
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("fingerpost_door_requests")
                .doesNotContain(token, PLANTED, "cfg" + MAC);
    }

    /** Everything that could make a careless service write a secret down; gives the token. */
    private static String aPhonesDay(Customer acme) {
        put(acme, MAC, Map.of("P34", PLANTED, "P47", PLAIN)).then().statusCode(201);
        put(acme, MAC, Map.of("P34", PLANTED, "P0047", PLANTED)).then().statusCode(422);
        put(acme, MAC, Map.of("P34", PLANTED + "\u0000")).then().statusCode(422);
        by(acme.apiKey())
                .body("{\"model\":\"GXP2160\",\"settings\":{\"P34\":\"" + PLANTED + "\",")
                .put("/api/v1/devices/" + MAC)
                .then()
                .statusCode(anyOf(equalTo(400), equalTo(422)));
        by(acme.apiKey())
                .body(Map.of("settings", Map.of("P34", PLANTED)))
                .put("/api/v1/generic-settings")
                .then()
                .statusCode(422);
        String pin =
                SelfService.batch(
                                acme,
                                Map.of(
                                        "count",
                                        2,
                                        "model",
                                        "GXP2160",
                                        "settings",
                                        Map.of("P34", PLANTED)))
                        .path("pins[0].pin");
        SelfService.claim(acme, "000b82500002", pin).then().statusCode(201);
        SelfService.page(acme, Map.of("mac", PLANTED, "pin", PLANTED)).then().statusCode(422);
        String own = ownDirectory(phoneUntil(200, base(acme) + "/cfg" + MAC));
        phone(own + "/cfg" + MAC).then().statusCode(200);
        phone(own + "/cfg" + MAC + ".xml").then().statusCode(200);
        phone(own + "/%00/cfg" + MAC).then().statusCode(404);
        by(acme.apiKey()).post("/api/v1/devices/" + MAC + "/token").then().statusCode(200);
        by(acme.apiKey())
                .body(Map.of("password", PLANTED))
                .put("/api/v1/devices/" + MAC + "/login")
                .then()
                .statusCode(200);
        by(PlayedRedirect.furtherKey(acme, "reveal"))
                .get("/api/v1/devices/" + MAC + "/secrets")
                .then()
                .statusCode(200);
        RestAssured.given().auth().preemptive().basic(MAC, PLANTED).get(base(acme) + "/cfg" + MAC);
        admission(acme, "open");
        by(acme.apiKey())
                .body(Map.of("settings", Map.of("P34", PLANTED)))
                .put("/api/v1/generic-settings")
                .then()
                .statusCode(201);
        phoneUntil(200, base(acme) + "/cfg.xml");
        Soon.until(
                () -> Contract.read("fingerpost.sightings"),
                seen ->
                        seen.stream()
                                .anyMatch(s ->
                                        s.value().contains("generic-xml")
                                                && s.value().contains("served")));
        return own.substring(own.lastIndexOf('/') + 1);
    }

    private static void holdsNeither(String place, String content, String token) {
        // Were what may be seen not found either, the search would prove nothing.
        assertThat(content.contains(PLAIN)).as("%s was searched", place).isTrue();
        assertThat(content.contains(PLANTED)).as("password in %s", place).isFalse();
        assertThat(content.contains(token)).as("token in %s", place).isFalse();
    }

    private String dump() throws SQLException {
        StringBuilder dump = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet row =
                    statement.executeQuery(
                            "SELECT table_name FROM information_schema.tables WHERE table_schema ="
                                    + " 'public'")) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            assertThat(tables).contains("device", "outbox", "provider_key");
            for (String table : tables) {
                try (ResultSet row =
                        statement.executeQuery("SELECT t::text FROM " + table + " AS t")) {
                    while (row.next()) {
                        dump.append(row.getString(1)).append('\n');
                    }
                }
            }
        }
        return dump.toString();
    }

    private String disk() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(stateFolder)) {
            files.filter(Files::isRegularFile).forEach(file -> all.append(read(file)));
        }
        return all.toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Handler ear(List<String> log) {
        return new Handler() {
            @Override
            public synchronized void publish(LogRecord told) {
                log.add(
                        told.getMessage()
                                + Arrays.toString(told.getParameters())
                                + told.getThrown());
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
