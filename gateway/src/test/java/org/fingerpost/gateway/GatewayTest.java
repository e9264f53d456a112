package org.fingerpost.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.fingerpost.gateway.planes.GatewayPlanes;
import org.fingerpost.testkit.MetricsPage;
import org.junit.jupiter.api.Test;

/** The gateway as it runs, before three doors that say what they were asked. */
@QuarkusTest
@QuarkusTestResource(PlayedDoors.class)
class GatewayTest {
    @Inject GatewayPlanes planes;

    @Test
    void pathsReachTheServiceThatTheyBelongTo() {
        reaches("/gs/cfg000b82123456", "redirect GET /gs/cfg000b82123456 ");
        reaches(
                "/p/key/token/cfg000b82123456.xml?x=1",
                "config GET /p/key/token/cfg000b82123456.xml?x=1 ");
        reaches("/fw/key/a.bin", "firmware GET /fw/key/a.bin ");
        reaches("/config/api/v1/audit", "config GET /api/v1/audit ");
    }

    @Test
    void bodiesArePassedOn() {
        RestAssured.given()
                .body(new byte[3_000_000])
                .contentType("application/offset+octet-stream")
                .patch("/api/v1/uploads/7")
                .then()
                .statusCode(200)
                .body(containsString("firmware PATCH /api/v1/uploads/7 "))
                .body(containsString("bytes=3000000"));
    }

    @Test
    void noCallerPassesForAnother() {
        RestAssured.given()
                .header("X-Forwarded-For", "192.0.2.1")
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "for=192.0.2.1;proto=https")
                .get("/gs/cfg000b82123456")
                .then()
                .body(containsString("for=[127.0.0.1] proto=null forwarded=null"));
    }

    /** By a socket of its own: no client library lets a handshake's headers be written so. */
    @Test
    void noCallerPassesForAnotherByAHandshake() throws IOException {
        String request =
                """
                GET /gs/cfg000b82123456 HTTP/1.1
                Host: x
                Connection: Upgrade, close
                Upgrade: websocket
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==
                X-Forwarded-For: 192.0.2.1

                """;
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            StringBuilder answer = new StringBuilder();
            // The doors of this test say last what they say of other headers.
            while (answer.indexOf("forwarded=") < 0) {
                answer.append((char) socket.getInputStream().read());
            }
            assertThat(answer).contains("for=[127.0.0.1]");
        }
    }

    @Test
    void theGatewaysOwnHealthIsItsOwn() {
        RestAssured.get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        String metrics = RestAssured.get("/q/metrics").asString();
        assertThat(metrics).contains("fingerpost_tftp_open");
        assertThat(MetricsPage.read().differences("gateway", metrics)).isEmpty();
    }

    @Test
    void aFileComesByTftpFromItsDoor() throws IOException {
        String file =
                overTftp(
                        "/p/key/cfg000b82123456\0octet\0"
                                + "grandstream_MODEL\0HT502\0grandstream_ID\000000b82123456\0");
        assertThat(file)
                .startsWith("config GET /p/key/cfg000b82123456 for=[127.0.0.1] ")
                .contains("transport=[tftp]")
                .contains("agent=[Grandstream Model HW HT502 DevId 000b82123456]");
    }

    private static void reaches(String path, String said) {
        RestAssured.given()
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .body(containsString(said));
    }

    /** A file of one block, read by nobody's classes. */
    private String overTftp(String request) throws IOException {
        int port = planes.tftp().orElseThrow().port();
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(20_000);
            byte[] asked = ("\0\1" + request).getBytes(StandardCharsets.ISO_8859_1);
            socket.send(
                    new DatagramPacket(
                            asked, asked.length, InetAddress.getLoopbackAddress(), port));
            DatagramPacket answer = new DatagramPacket(new byte[1_000], 1_000);
            socket.receive(answer);
            byte[] ack = {0, 4, 0, 1};
            socket.send(new DatagramPacket(ack, ack.length, answer.getSocketAddress()));
            assertThat(answer.getData()).startsWith(0, 3, 0, 1);
            return new String(answer.getData(), 4, answer.getLength() - 4, StandardCharsets.UTF_8);
        }
    }
}
