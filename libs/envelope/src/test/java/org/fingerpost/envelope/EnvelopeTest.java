package org.fingerpost.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
    private static final Passphrase ONE = Passphrase.of("correct horse battery");
    private static final int HEAD = 32;
    private static final int CHUNK = EnvelopeHead.CHUNK + EnvelopeHead.TAG;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 200_000})
    void whatIsSealedOpensWhateverItsLength(int length) throws IOException {
        byte[] plain = noise(length);

        byte[] sealed = seal(plain);

        assertThat(open(sealed, ONE)).isEqualTo(plain);
        assertThat(sealed).startsWith("FPSEALED\u0001".getBytes());
    }

    @Test
    void oneChangedBitAnywhereIsRefused() throws IOException {
        byte[] sealed = seal(noise(65_600));
        int[] places = {0, 8, 9, 24, 25, 31, HEAD, HEAD + 70, HEAD + CHUNK - 1, HEAD + CHUNK};

        for (int place : places) {
            byte[] changed = sealed.clone();
            changed[place] ^= 4;
            refused(changed);
        }
        byte[] changed = sealed.clone();
        changed[sealed.length - 1] ^= 1;
        refused(changed);
    }

    @Test
    void whatIsCutLengthenedOrReorderedIsRefused() throws IOException {
        byte[] sealed = seal(noise(3 * EnvelopeHead.CHUNK));
        for (int length : new int[] {0, 5, HEAD, HEAD + 15, HEAD + CHUNK, HEAD + 2 * CHUNK}) {
            refused(Arrays.copyOf(sealed, length));
        }
        refused(Arrays.copyOf(sealed, sealed.length - 1));
        refused(Arrays.copyOf(sealed, sealed.length + 1));
        refused(Arrays.copyOf(sealed, sealed.length + EnvelopeHead.TAG));

        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, HEAD, swapped, HEAD + CHUNK, CHUNK);
        System.arraycopy(sealed, HEAD + CHUNK, swapped, HEAD, CHUNK);
        refused(swapped);
    }

    @Test
    void anotherPassphraseIsRefusedAndTheSameLettersAreTheSame() throws IOException {
        byte[] sealed = seal(noise(10));

        assertThatThrownBy(() -> open(sealed, Passphrase.of("correct horse batterY")))
                .isInstanceOf(EnvelopeException.class)
                .hasMessageContaining("passphrase");
        Passphrase composed = Passphrase.of("zw\u00f6lf B\u00e4ume hier");
        Passphrase decomposed = Passphrase.of("zwo\u0308lf Ba\u0308ume hier");
        assertThat(open(seal(noise(3), composed), decomposed)).hasSize(3);
        assertThat(ONE.toString()).doesNotContain("horse");
    }

    @Test
    void aShortPassphraseIsNone() {
        assertThatThrownBy(() -> Passphrase.of("elevenchars"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("12");
    }

    /** So that a later version still opens what this one has sealed. */
    @Test
    void anEnvelopeOfTheFirstVariantOpensForEver() throws IOException {
        byte[] golden = HexFormat.of().parseHex(Golden.ENVELOPE);

        assertThat(open(golden, Passphrase.of(Golden.PASSPHRASE)))
                .asString()
                .isEqualTo(Golden.PLAIN);
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }

    private static byte[] seal(byte[] plain) throws IOException {
        return seal(plain, ONE);
    }

    private static byte[] seal(byte[] plain, Passphrase passphrase) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sealed = new SealedOutput(out, passphrase, new SecureRandom())) {
            sealed.write(plain);
        }
        return out.toByteArray();
    }

    private static byte[] open(byte[] sealed, Passphrase passphrase) throws IOException {
        try (var in = new SealedInput(new ByteArrayInputStream(sealed), passphrase)) {
            return in.readAllBytes();
        }
    }

    private static void refused(byte[] bytes) {
        assertThatThrownBy(() -> open(bytes, ONE)).isInstanceOf(EnvelopeException.class);
    }
}
