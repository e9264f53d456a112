package org.fingerpost.door.sightings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SightingJsonTest {
    private static final UUID DOOR = UUID.fromString("0b82c0de-0000-4000-8000-000000000001");
    private static final Instant TIME = Instant.parse("2026-11-23T12:00:00.123456Z");

    private static String json(Sighting sighting) {
        byte[] rest = SightingJson.write(sighting);
        return new String(SightingJson.complete(DOOR, 123, rest), StandardCharsets.UTF_8);
    }

    static Sighting sighting(String mac, String userAgent) {
        return new Sighting(
                TIME,
                "firmware",
                Kind.FIRMWARE,
                Outcome.SERVED,
                mac,
                7,
                "gxp2160fw.bin",
                "GXP2160",
                "1.0.11.39",
                "GET",
                200,
                106,
                userAgent,
                "127.0.0.1",
                false,
                Proof.TOKEN,
                3);
    }

    @Test
    void everythingThatIsKnownIsTold() {
        assertThat(json(sighting("000b82123456", "Grandstream")))
                .isEqualTo(
                        "{\"door\":\"0b82c0de-0000-4000-8000-000000000001\",\"sequence\":123,"
                                + "\"time\":\"2026-11-23T12:00:00.123Z\",\"service\":\"firmware\","
                                + "\"mac\":\"000b82123456\",\"provider\":7,\"kind\":\"firmware\","
                                + "\"file\":\"gxp2160fw.bin\",\"method\":\"GET\",\"status\":200,"
                                + "\"bytes\":106,\"outcome\":\"served\","
                                + "\"userAgent\":\"Grandstream\",\"model\":\"GXP2160\","
                                + "\"version\":\"1.0.11.39\",\"address\":\"127.0.0.1\","
                                + "\"secure\":false,\"proof\":\"token\",\"rollout\":3}");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        Sighting little =
                new Sighting(
                        TIME,
                        "redirect",
                        Kind.OTHER,
                        Outcome.NONE,
                        "",
                        0,
                        "",
                        "",
                        "",
                        "GET",
                        404,
                        0,
                        "",
                        "::1",
                        true,
                        Proof.NONE,
                        0);
        assertThat(json(little))
                .endsWith(
                        "\"service\":\"redirect\",\"kind\":\"other\",\"method\":\"GET\","
                                + "\"status\":404,\"bytes\":0,\"outcome\":\"none\","
                                + "\"address\":\"::1\",\"secure\":true}");
    }

    @Test
    void aUserAgentIsCutAndCleanedAndNeverBreaksTheJson() throws Exception {
        String wild = "a\u0000b\r\nc\u007f\u0085\"\\\ud800\u00e9" + "z".repeat(300);
        String told =
                new ObjectMapper().readTree(json(sighting("", wild))).get("userAgent").asText();
        assertThat(told).startsWith("abc\"\\\u00e9zzz").hasSize(256);
        String controls = json(sighting("", "\u0001\u0002"));
        assertThat(controls).doesNotContain("userAgent");
    }
}
