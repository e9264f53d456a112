package org.fingerpost.firmware.doors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeatTest {
    private static final String WHOLE =
            """
            {"door":"0b8b9b1e-7a51-4f57-9f5e-000000000001","service":"config",\
            "time":"2026-11-27T04:31:00Z","partition":5,"partitions":6}\
            """;

    @Test
    void aHeartbeatIsRead() {
        assertThat(Beat.of(WHOLE.getBytes(UTF_8)))
                .contains(
                        new Beat(
                                UUID.fromString("0b8b9b1e-7a51-4f57-9f5e-000000000001"),
                                "config",
                                Instant.parse("2026-11-27T04:31:00Z"),
                                5,
                                6,
                                Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "0b8b9b1e, what",
        "\"partition\":5, \"partition\":6",
        "\"partition\":5, \"partition\":-1",
        "\"partitions\":6, \"partitions\":1001",
        "2026-11-27, yesterday",
        "\"service\", \"servant\"",
    })
    void whatIsNoHeartbeatIsPassedOver(String part, String instead) {
        assertThat(WHOLE).contains(part);
        assertThat(Beat.of(WHOLE.replace(part, instead).getBytes(UTF_8))).isEmpty();
    }

    @Test
    void aLossIsReadAndOneWithoutATimeSpoilsTheHeartbeat() {
        String lost = WHOLE.replace("}", ",\"lastLoss\":\"2026-11-27T03:00:00Z\"}");

        assertThat(Beat.of(lost.getBytes(UTF_8)).orElseThrow().lastLoss())
                .contains(Instant.parse("2026-11-27T03:00:00Z"));
        assertThat(Beat.of(lost.replace("03:00", "never").getBytes(UTF_8))).isEmpty();
    }
}
