package org.fingerpost.redirect.dialects.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The known answer is that of {@code openssl dgst -sha1 -hmac}. */
class RecognitionTest {
    @Test
    void signaturesAreThoseOfOpenssl() {
        byte[] message =
                ("{\"cid\":\"2018\",\"method\":\"redirectDefault\",\"params\":{\"macs\":"
                                + "[\"000B82D10001\"]}}1486348900")
                        .getBytes(UTF_8);

        byte[] signature = Recognition.hmac("abcdefghijklmnopqrstuvwxyz234567abcdefgh", message);

        assertThat(HexFormat.of().formatHex(signature))
                .isEqualTo("2836b091063586159ef2a807f433478f5f63c133");
    }
}
