package org.fingerpost.redirect.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Setting SECRET = Setting.of("P1359", "s3cret-p4ss");

    @TempDir private Path folder;

    @Test
    void aSecretOpensForItsTargetServerAlone() throws IOException {
        Vault vault = vault("5a");

        StoredSetting stored = vault.store(SECRET, 7);

        assertThat(vault.open(stored, 7)).contains(SECRET);
        assertThat(vault.open(stored, 8)).isEmpty();
    }

    @Test
    void aSecretMovedToAnotherPValueDoesNotOpen() throws IOException {
        Vault vault = vault("5a");
        StoredSetting.Sealed sealed = (StoredSetting.Sealed) vault.store(SECRET, 7);

        StoredSetting moved =
                new StoredSetting.Sealed(
                        new PValue(30), sealed.keyId(), sealed.nonce(), sealed.ciphertext());

        assertThat(vault.open(moved, 7)).isEmpty();
    }

    @Test
    void anotherKeyOpensNothing() throws IOException {
        StoredSetting stored = vault("5a").store(SECRET, 7);

        assertThat(vault("5b").open(stored, 7)).isEmpty();
        assertThat(new Vault(Optional.empty(), RANDOM).open(stored, 7)).isEmpty();
    }

    @Test
    void withoutAKeyASecretIsNotKeptInClear() {
        Vault vault = new Vault(Optional.empty(), RANDOM);

        assertThatIllegalStateException().isThrownBy(() -> vault.store(SECRET, 7));
        assertThat(vault.store(Setting.of("P30", "ntp.example"), 7))
                .isEqualTo(new StoredSetting.Plain(new PValue(30), "ntp.example"));
    }

    @Test
    void aUserNameIsGuardedAsItsPasswordIs() {
        assertThat(Vault.guards(new PValue(1360))).isTrue();
        assertThat(Vault.guards(new PValue(1361))).isTrue();
        assertThat(Vault.guards(new PValue(237))).isFalse();
    }

    @Test
    void noTextShowsASecret() throws IOException {
        StoredSetting stored = vault("5a").store(SECRET, 7);

        assertThat(stored + " " + new SecretText("s3cret-p4ss")).doesNotContain("s3cret");
        assertThat(new ObjectMapper().writeValueAsString(stored)).doesNotContain("s3cret");
    }

    @Test
    void aStoredSettingComesBackFromItsJson() throws IOException {
        ObjectMapper json = new ObjectMapper();
        Vault vault = vault("5a");

        StoredSetting back =
                json.readValue(
                        json.writeValueAsString(vault.store(SECRET, 7)), StoredSetting.class);

        assertThat(vault.open(back, 7)).contains(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"p\":\"P1359\",\"value\":\"in clear\"}",
                "{\"p\":\"P30\"}",
                "{\"value\":\"x\"}",
                "{\"p\":\"P30\",\"value\":\"x\",\"sealed\":{}}",
            })
    void aStoredSettingOfNeitherFormIsRefused(String text) {
        assertThat(readingOf(text)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"with blank", "ümlaut", "aaaaaaaaaabbbbbbbbbbccccccccccdddddddddde"})
    void whatAPhoneCannotKeepAsAPasswordIsRefusedWithoutQuotingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecretText(text))
                .withMessageNotContaining(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5a5a", "no hex at all"})
    void aKeyFileThatHoldsNoneIsRefusedWithoutQuotingIt(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.key"), content);

        assertThatIllegalStateException()
                .isThrownBy(() -> RedirectKey.read(file))
                .withMessageContaining("fingerpost.redirect.key-file")
                .withMessageContaining("64 hex digits");
    }

    private Vault vault(String octet) throws IOException {
        Path file = Files.writeString(folder.resolve(octet + ".key"), octet.repeat(32) + "\n");
        return new Vault(Optional.of(RedirectKey.read(file)), RANDOM);
    }

    private static Throwable readingOf(String text) {
        try {
            new ObjectMapper().readValue(text, StoredSetting.class);
            return new AssertionError("it was read");
        } catch (IOException e) {
            return e;
        }
    }
}
