package org.fingerpost.redirect.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.fingerpost.testkit.Backends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes as they are, to a door that knows nobody. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class RawPhoneTest {
    private static final String BARE = "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/gs/cfg000b82fffffe",
                "/gs/cfgc074ad000001",
                "/gs/cfg001122334455",
                "/gs/cfg010b82000000",
                "/gs/cfg000000000000.xml",
                "/gs/cfg.xml",
                "/gs/cfggrp2614.xml",
                "/gs/cfg.txt",
                "/gs/dev000b82fffffe.cfg",
                "/gs/gxp2160fw.bin",
                "/gs/",
                "/",
                "/gs/../cfg000b82fffffe",
                "/gs/%2e%2e/cfg000b82fffffe",
                "/gs%2fcfg000b82fffffe",
                "/gs/cfg000b82fffffe%00",
                "/gs/cfg000b82fffffe%0d%0aX:y",
                "/p/key/cfg000b82fffffe",
            })
    void whoeverIsNotRedirectedGetsTheSameBytes(String path) {
        assertThat(ask("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: keep-alive\r\n\r\n"))
                .isEqualTo(BARE);
    }

    @Test
    void aPhoneOfTheOldestKindIsAnsweredToo() {
        assertThat(ask("GET /gs/cfg000b82fffffe HTTP/1.0\r\n\r\n")).contains(" 404 ");
    }

    @Test
    void aHeaderFullOfAddressesIsReadNoFurtherThanTwo() {
        String many = " 000b82fffffe /".repeat(200);

        String request =
                "GET /gs/cfg.xml HTTP/1.1\r\nHost: x\r\nUser-Agent: Grandstream GXW4248 (DevId"
                        + many
                        + ")\r\n\r\n";

        assertThat(ask(request)).isEqualTo(BARE);
    }

    /** The head of the answer; none of these answers has a body. */
    private static String ask(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int octet = socket.getInputStream().read();
                if (octet < 0) {
                    break;
                }
                head.append((char) octet);
            }
            return head.toString();
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        }
    }
}
