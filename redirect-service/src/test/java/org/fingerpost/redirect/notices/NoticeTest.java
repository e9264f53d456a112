package org.fingerpost.redirect.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void itGoesOutAsACloudEvent() throws Exception {
        Notice notice =
                new Notice(
                        31,
                        1234,
                        1,
                        "range-activated",
                        "range/9",
                        Instant.parse("2026-11-24T09:30:00Z"),
                        body("{\"first\":\"000b82000000\"}"));

        assertThat(new String(notice.event(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"specversion\":\"1.0\",\"id\":\"1234-31\","
                                + "\"source\":\"/fingerpost/redirect\","
                                + "\"type\":\"org.fingerpost.redirect.notice.v1\","
                                + "\"time\":\"2026-11-24T09:30:00Z\",\"subject\":\"range/9\","
                                + "\"datacontenttype\":\"application/json\","
                                + "\"data\":{\"id\":31,\"provider\":1,\"kind\":\"range-activated\","
                                + "\"subject\":\"range/9\","
                                + "\"body\":{\"first\":\"000b82000000\"}}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Range", "range_activated", "range-", "-range", "range activated"})
    void aKindThatIsNoneIsRefused(String kind) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Notice.check(kind, "range/9", JSON.createObjectNode()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "range 9", "range/ü", "range/9\n"})
    void aSubjectThatIsNoneIsRefused(String subject) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Notice.check("test", subject, JSON.createObjectNode()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":{}}",
                "{\"a\":[]}",
                "{\"a\":null}",
                "{\"a\":1.5}",
                "{\"A\":1}",
                "{\"\":1}",
                "{\"a-b\":1}"
            })
    void aBodyThatIsNotFlatIsRefused(String body) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Notice.check("test", "range/9", body(body)));
    }

    @Test
    void aBodyThatSaysTooMuchIsRefused() {
        ObjectNode long1 = JSON.createObjectNode().put("reason", "x".repeat(1001));
        ObjectNode many = JSON.createObjectNode();
        for (int i = 0; i < 33; i++) {
            many.put("word" + i, i);
        }

        assertThatIllegalArgumentException().isThrownBy(() -> Notice.check("test", "a", long1));
        assertThatIllegalArgumentException().isThrownBy(() -> Notice.check("test", "a", many));
    }

    private static ObjectNode body(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
