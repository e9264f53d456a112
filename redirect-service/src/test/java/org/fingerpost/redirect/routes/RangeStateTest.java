package org.fingerpost.redirect.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeStateTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLAIN =
            """
            {"id":9,"provider":1,"first":"000b82000000","last":"000b820000ff","target":5,"state":"active"}\
            """;

    @Test
    void theFormInWhichRangesAreWrittenIsReadQuickly() {
        RangeReader quick = new RangeReader(bytes(PLAIN));

        assertThat(quick.reads()).isTrue();
        RangeState range = quick.range();
        assertThat(range.id()).isEqualTo(9);
        assertThat(range.first()).isEqualTo(0x000b82000000L);
        assertThat(range.last()).isEqualTo(0x000b820000ffL);
        assertThat(range.target()).isEqualTo(5);
        assertThat(range.state()).isEqualTo("active");
        assertThat(range.pilotMacs()).isEmpty();
    }

    @Test
    void wordsOfALaterVersionArePassedOverQuickly() {
        String later = PLAIN.replace("\"id\"", "\"owner\":7,\"note\":\"mine\",\"id\"");

        assertThat(new RangeReader(bytes(later)).reads()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " { \"id\" : 9, \"first\": \"000B82000000\", \"last\": \"00:0b:82:00:00:ff\","
                        + " \"target\": 5, \"state\": \"active\" } ",
                "{\"\\u0069d\":9,\"first\":\"000b82000000\",\"last\":\"000b820000ff\",\"target\":5,"
                        + "\"state\":\"activ\\u0065\",\"note\":\"\\\"é\"}",
                "{\"id\":9,\"first\":\"000b82000000\",\"last\":\"000b820000ff\",\"target\":5,"
                        + "\"state\":\"active\",\"later\":{\"a\":[1,null]},\"less\":-1.5e3}"
            })
    void allOtherJsonIsReadToo(String json) throws IOException {
        assertThat(new RangeReader(bytes(json)).reads()).isFalse();
        assertThat(read(json)).usingRecursiveComparison().isEqualTo(read(PLAIN));
    }

    @Test
    void pilotMacsComeInOrder() throws IOException {
        RangeState range =
                read(PLAIN.replace("}", ",\"pilotMacs\":[\"000b82000007\",\"000b82000003\"]}"));

        assertThat(range.pilotMacs()).containsExactly(0x000b82000003L, 0x000b82000007L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"id\":9}",
                "{\"id\":9,\"first\":null,\"last\":null,\"target\":5,\"state\":null}",
                "{\"id\":9,\"first\":\"000b82\",\"last\":\"000b820000ff\",\"target\":5,\"state\":\"a\"}",
                "{\"id\":9,\"first\":\"000b82000000\",\"last\":\"000b820000ff\",\"target\":5,"
                        + "\"state\":\"pilot\",\"pilotMacs\":[null]}"
            })
    void whatTellsOfNoRangeIsRefused(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfAny(IOException.class, IllegalArgumentException.class);
    }

    /** Whatever the quick reader takes, the reader of all JSON reads the same from it. */
    @Property(tries = 5000)
    void bothReadersReadTheSame(
            @ForAll @IntRange(max = 93) int where, @ForAll @IntRange(min = 32, max = 127) int what)
            throws IOException {
        byte[] spoiled = bytes(PLAIN);
        spoiled[where] = (byte) what;
        RangeReader quick = new RangeReader(spoiled);

        if (quick.reads()) {
            byte[] padded = bytes(new String(spoiled, StandardCharsets.UTF_8) + " ");
            assertThat(quick.range())
                    .usingRecursiveComparison()
                    .isEqualTo(RangeState.read(JSON, padded));
        }
    }

    private static RangeState read(String json) throws IOException {
        return RangeState.read(JSON, bytes(json));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
