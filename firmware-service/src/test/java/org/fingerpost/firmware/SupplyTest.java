package org.fingerpost.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fingerpost.firmware.Customer.ACME;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.firmware.supply.ControlPlane;
import org.fingerpost.firmware.supply.DoorsSettings;
import org.fingerpost.testkit.Backends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a door elsewhere gets its blobs from the control plane, and nobody else does. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@QuarkusTestResource(RedirectTopic.class)
class SupplyTest {
    private static final String CONTENT = "for doors elsewhere";

    @TempDir Path folder;

    private record Settings(Optional<Path> secretFile, Optional<URI> source, Optional<Path> caFile)
            implements DoorsSettings {}

    @Test
    void aDoorThatShowsTheSecretGetsTheBytes() throws IOException {
        Digest digest = drafted("91.1");

        try (InputStream bytes = door(RedirectTopic.secretOfDoors()).open(digest, 19)) {
            assertThat(new String(bytes.readAllBytes())).isEqualTo(CONTENT);
        }
        assertThatThrownBy(() -> door(RedirectTopic.secretOfDoors()).open(digest, 18))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not have it");
    }

    @Test
    void nobodyElseLearnsWhetherThereIsABlob() throws IOException {
        String there = "/api/v1/doors/blobs/" + drafted("91.2") + "?size=19";
        String nowhere = "/api/v1/doors/blobs/" + "0".repeat(64) + "?size=19";

        for (String address : new String[] {there, nowhere}) {
            RestAssured.get(address).then().statusCode(401);
            RestAssured.given().auth().oauth2("wrong").get(address).then().statusCode(401);
            RestAssured.given()
                    .auth()
                    .oauth2(Backends.OPERATOR_KEY)
                    .get(address)
                    .then()
                    .statusCode(401);
            ACME.asks().get(address).then().statusCode(401);
        }
        Path another = Files.writeString(folder.resolve("s"), "not-the-word-that-all-doors-have");
        assertThatThrownBy(() -> door(another).open(new Digest("0".repeat(64)), 19))
                .hasMessageContaining("secret");
    }

    @Test
    void oddRequestsGetNothing() throws IOException {
        String secret = Files.readString(RedirectTopic.secretOfDoors());
        for (String path : new String[] {"", "x?size=1", "0".repeat(64), "?size=1"}) {
            RestAssured.given()
                    .urlEncodingEnabled(false)
                    .auth()
                    .oauth2(secret)
                    .get("/api/v1/doors/blobs/" + path)
                    .then()
                    .statusCode(404);
        }
        String missing = "/api/v1/doors/blobs/" + "0".repeat(64) + "?size=";
        for (String size : new String[] {"", "-1", "9".repeat(19), "1"}) {
            RestAssured.given().auth().oauth2(secret).get(missing + size).then().statusCode(404);
        }
    }

    @Test
    void settingsThatAreNoneStopTheStartWithASentence() throws IOException {
        Path shortOne = Files.writeString(folder.resolve("short"), "short");
        assertThatThrownBy(() -> door(shortOne))
                .hasMessageContaining("fingerpost.firmware.doors.secret-file")
                .hasMessageContaining("32 to 1024");
        assertThatThrownBy(() -> of(Optional.empty(), "http://a.example.com"))
                .hasMessageContaining("secret-file is not set");
        for (String address :
                new String[] {"ftp://a.example.com", "http://a.example.com/x", "http://u@a.b"}) {
            assertThatThrownBy(() -> of(Optional.of(RedirectTopic.secretOfDoors()), address))
                    .hasMessageContaining("fingerpost.firmware.doors.source");
        }
    }

    private static ControlPlane door(Path secret) {
        return of(Optional.of(secret), "http://127.0.0.1:" + RestAssured.port);
    }

    private static ControlPlane of(Optional<Path> secret, String address) {
        return ControlPlane.of(
                        new Settings(secret, Optional.of(URI.create(address)), Optional.empty()))
                .orElseThrow();
    }

    private static Digest drafted(String version) {
        return new Digest(
                ACME.uploads("GXP2160", version, "door.bin", CONTENT)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("files[0].digest"));
    }
}
