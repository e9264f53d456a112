package org.fingerpost.redirect.dialects.gaps;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.fingerpost.redirect.dialects.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures and times of GAPS; the signatures are {@code openssl dgst -sha1 -hmac}'s. */
class SignedTest {
    private static final String KEY = "abcdefghijklmnopqrstuvwxyz234567abcdefgh";
    private static final String BODY =
            "{\"cid\":\"2018\",\"method\":\"%s\",\"params\":{\"macs\":[\"000B82D10001\"]}}";

    @ParameterizedTest
    @CsvSource({
        "redirectDefault, 1486348900, 2836b091063586159ef2a807f433478f5f63c133",
        "redirectDefault, '', c3e039298003a1af739a7096ecf567793837f8d0",
        "unDeviceProvision, 1486348900, 05ec8af46d3d84cad407d0ce969ab963169a3882",
    })
    void whatIsSignedIsTheBodyAndBehindItTheTimeAsOpensslHasIt(
            String method, String time, String signature) {
        byte[] message = Signed.of(signature, time).message(BODY.formatted(method).getBytes(UTF_8));

        assertThat(Program.signature(KEY, new String(message, UTF_8))).isEqualTo(signature);
    }

    @Test
    void aSignatureMayBeInCapitals() {
        assertThat(Signed.of("AB".repeat(20), "1").signature())
                .isEqualTo(Signed.of("ab".repeat(20), "1").signature())
                .hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "zz36b091063586159ef2a807f433478f5f63c133", " 0x1"})
    void aSignatureThatIsNoneHasNoBytes(String text) {
        assertThat(Signed.of(text, "1").signature()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1000, true",
        "700, true",
        "1300, true",
        "699, false",
        "1301, false",
        "'', false",
        "-1000, false",
        "999999999999, false",
        "1000.0, false",
        "１０００, false",
    })
    void aTimeIsOursWithinFiveMinutesToEitherSide(String time, boolean ours) {
        assertThat(Signed.of("", time).isOf(Instant.ofEpochSecond(1000))).isEqualTo(ours);
    }
}
