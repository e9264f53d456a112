package org.fingerpost.lists;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.fingerpost.problems.Problem;
import org.junit.jupiter.api.Test;

class ListBodyTest {
    /** SHA-256 of "abc": FIPS 180-2, appendix B.1. */
    private static final String OF_ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void theDigestIsOfAllBytesHoweverManyWereRead() throws IOException {
        assertThat(body(3).digest()).isEqualTo(OF_ABC);
        ListBody begun = body(3);
        assertThat(begun.read()).isEqualTo('a');
        assertThat(begun.digest()).isEqualTo(OF_ABC);
    }

    @Test
    void moreBytesThanAreTakenAreRefused() {
        assertThatThrownBy(() -> body(2).digest())
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.status()).isEqualTo(413));
        assertThatThrownBy(
                        () -> {
                            ListBody body = body(0);
                            body.read();
                        })
                .isInstanceOf(Problem.class);
    }

    private static ListBody body(long most) {
        return new ListBody(new ByteArrayInputStream("abc".getBytes(US_ASCII)), most);
    }
}
