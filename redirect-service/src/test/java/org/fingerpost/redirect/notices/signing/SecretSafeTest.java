package org.fingerpost.redirect.notices.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretSafeTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir private Path folder;

    @Test
    void whatIsSealedOpensForItsProviderOnlyAndWithThisKeyOnly() throws IOException {
        SecretSafe safe = safe("5a".repeat(32));
        WebhookSecret secret = WebhookSecret.make(RANDOM);
        SealedSecret sealed = safe.seal(secret, 1);

        assertThat(safe.open(sealed, 1))
                .get()
                .extracting(WebhookSecret::reveal)
                .isEqualTo(secret.reveal());
        assertThat(safe.open(sealed, 2)).isEmpty();
        assertThat(safe("5b".repeat(32)).open(sealed, 1)).isEmpty();
    }

    @Test
    void aSecretIsNotInWhatIsSealedAndIsSealedDifferentlyEachTime() throws IOException {
        SecretSafe safe = safe("5a".repeat(32));
        WebhookSecret secret = WebhookSecret.make(RANDOM);
        SealedSecret once = safe.seal(secret, 1);

        assertThat(hex(once.ciphertext())).doesNotContain(hex(secret.bytes()));
        assertThat(safe.seal(secret, 1).ciphertext()).isNotEqualTo(once.ciphertext());
        assertThat(once).hasToString("SealedSecret[…]");
    }

    @Test
    void withoutAKeyNothingIsSealedOrOpened() throws IOException {
        SecretSafe none = new SecretSafe(Optional.empty(), RANDOM);
        WebhookSecret secret = WebhookSecret.make(RANDOM);

        assertThat(none.hasKey()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> none.seal(secret, 1));
        assertThat(none.open(safe("5a".repeat(32)).seal(secret, 1), 1)).isEmpty();
    }

    @Test
    void aFileThatHoldsNoKeyIsRefusedWithoutQuotingIt() {
        assertThatIllegalStateException()
                .isThrownBy(() -> safe("5a".repeat(31) + "xx"))
                .withMessageContaining("fingerpost.redirect.key-file")
                .withMessageNotContaining("5a5a");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private SecretSafe safe(String key) throws IOException {
        Path file = Files.writeString(Files.createTempFile(folder, "redirect", ".key"), key + "\n");
        return new SecretSafe(Optional.of(file), RANDOM);
    }
}
