package org.fingerpost.config.archives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.fingerpost.problems.Problem;
import org.junit.jupiter.api.Test;

class TurnstileTest {
    private static final String PASSPHRASE = "correct horse battery";

    private final Turnstile turnstile = new Turnstile();

    @Test
    void aProviderStandsHereOnce() throws IOException {
        assertThatThrownBy(() -> turnstile.pass(1, PASSPHRASE, _ -> again()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("another archive of yours");

        assertThat(again()).isEqualTo("opened");
    }

    private String again() throws IOException {
        return turnstile.pass(1, PASSPHRASE, _ -> "opened");
    }
}
