package org.fingerpost.config.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.config.secrets.seals.Sealed;
import org.fingerpost.config.secrets.seals.UnopenableException;
import org.fingerpost.config.secrets.seals.WrappedKey;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final MacAddress MAC = MacAddress.parse("000b82123456");
    private static final Place PLACE = Place.Owner.device(7, MAC).at(PValue.parse("P34"));

    private final ProviderKey key = ProviderKey.make(7, "k1", RANDOM);

    @TempDir Path folder;

    @Test
    void aSealedValueOpensInItsPlace() {
        Sealed sealed = key.seal(PLACE, "geheim-ü", RANDOM);

        assertThat(key.open(PLACE, sealed)).isEqualTo("geheim-ü");
        assertThat(sealed.toString() + key + PLACE).doesNotContain("geheim");
    }

    @Test
    void aSealedValueOpensNowhereElse() {
        Sealed sealed = key.seal(PLACE, "geheim", RANDOM);
        MacAddress other = MacAddress.parse("000b82123457");

        refuses(key, Place.Owner.device(7, MAC).at(PValue.parse("P406")), sealed);
        refuses(key, Place.Owner.device(7, other).at(PValue.parse("P34")), sealed);
        refuses(key, Place.Owner.generic(7).at(PValue.parse("P34")), sealed);
        refuses(key, Place.Owner.device(8, MAC).at(PValue.parse("P34")), sealed);
        refuses(ProviderKey.make(7, "k1", RANDOM), PLACE, sealed);
        refuses(ProviderKey.make(7, "k2", RANDOM), PLACE, sealed);
    }

    @Test
    void aSealedValueThatWasTouchedDoesNotOpen() {
        Sealed sealed = key.seal(PLACE, "geheim", RANDOM);
        byte[] touched = sealed.ciphertext().clone();
        touched[0] ^= 1;

        refuses(key, PLACE, new Sealed("k1", sealed.nonce(), touched));
        refuses(key, PLACE, new Sealed("k1", new byte[3], sealed.ciphertext()));
        refuses(key, PLACE, new Sealed("k1", sealed.nonce(), new byte[3]));
    }

    @Test
    void theSameValueIsNeverSealedTheSameWayTwice() {
        assertThat(key.seal(PLACE, "geheim", RANDOM).ciphertext())
                .isNotEqualTo(key.seal(PLACE, "geheim", RANDOM).ciphertext());
    }

    @Test
    void aTokenBelongsToOneDeviceAndOneGeneration() {
        TokenKey tokens = key.tokens();
        String token = tokens.token(MAC, 1).reveal();

        assertThat(token).matches("[a-z2-7]{24}");
        assertThat(tokens.token(MAC, 1).is(token)).isTrue();
        assertThat(tokens.token(MAC, 2).is(token)).isFalse();
        assertThat(tokens.token(MacAddress.parse("000b82123457"), 1).is(token)).isFalse();
        assertThat(ProviderKey.make(7, "k1", RANDOM).tokens().token(MAC, 1).is(token)).isFalse();
        assertThat(tokens.token(MAC, 1).is("")).isFalse();
        assertThat(tokens.token(MAC, 1).toString()).doesNotContain(token);
    }

    @Test
    void aDerivedLoginBelongsToOneDeviceAndOneGeneration() {
        DeviceLogin login = key.tokens().login(MAC, 1);
        String password = login.revealPassword();

        assertThat(login.user()).isEqualTo(MAC.toString());
        assertThat(login.is(MAC.toString(), password)).isTrue();
        assertThat(login.is(MAC.toString(), password + "x")).isFalse();
        assertThat(login.is("", password)).isFalse();
        assertThat(key.tokens().login(MAC, 2).is(MAC.toString(), password)).isFalse();
        assertThat(key.tokens().token(MAC, 1).is(password)).isFalse();
        assertThat(login.toString()).doesNotContain(password);
    }

    @Test
    void aProvidersKeyComesBackFromUnderTheMasterKey() throws IOException {
        MasterKey master = master("5a".repeat(32));
        WrappedKey wrapped = master.wrap(key, RANDOM);

        ProviderKey again = master.unwrap(wrapped);

        assertThat(again.open(PLACE, key.seal(PLACE, "geheim", RANDOM))).isEqualTo("geheim");
        assertThat(again.tokens().entityTag(new byte[] {1}))
                .isEqualTo(key.tokens().entityTag(new byte[] {1}));
    }

    @Test
    void aWrappedKeyIsNothingUnderAnotherMasterKeyOrAnothersName() throws IOException {
        WrappedKey wrapped = master("5a".repeat(32)).wrap(key, RANDOM);
        WrappedKey renamed = new WrappedKey(8, "k1", wrapped.nonce(), wrapped.ciphertext());

        assertThatThrownBy(() -> master("5b".repeat(32)).unwrap(wrapped))
                .isInstanceOf(UnopenableException.class);
        assertThatThrownBy(() -> master("5a".repeat(32)).unwrap(renamed))
                .isInstanceOf(UnopenableException.class);
    }

    @Test
    void anOlderMasterKeyStillOpensAndTheFirstOneWraps() throws IOException {
        WrappedKey old = master("5a".repeat(32)).wrap(key, RANDOM);
        MasterKey both = master("5b".repeat(32) + "\n\n" + "5a".repeat(32));

        WrappedKey fresh = both.rewrap(old, RANDOM);

        assertThat(both.isCurrent(old)).isFalse();
        assertThat(both.isCurrent(fresh)).isTrue();
        Sealed sealed = key.seal(PLACE, "geheim", RANDOM);
        assertThat(both.unwrap(old).open(PLACE, sealed)).isEqualTo("geheim");
        assertThat(master("5b".repeat(32)).unwrap(fresh).open(PLACE, sealed)).isEqualTo("geheim");
        assertThatThrownBy(() -> master("5a".repeat(32)).unwrap(fresh))
                .isInstanceOf(UnopenableException.class);
    }

    @Test
    void whatIsKeptOfAKeyGivesItsTokensAndTagsAndOpensNothing() throws IOException {
        MasterKey master = master("5a".repeat(32));
        WrappedKey kept = master.wrapTokens(key, RANDOM);

        TokenKey tokens = master.unwrapTokens(kept);

        assertThat(kept.holdsTokens()).isTrue();
        assertThat(kept.keyId()).isEqualTo("k1-tokens");
        assertThat(kept.number()).isEqualTo(1);
        assertThat(tokens.token(MAC, 3).is(key.tokens().token(MAC, 3).reveal())).isTrue();
        assertThat(tokens.entityTag(new byte[] {1}))
                .isEqualTo(key.tokens().entityTag(new byte[] {1}));
        refuses(master.unwrap(kept), PLACE, key.seal(PLACE, "geheim", RANDOM));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a\n5a5a",
                "5a5a",
                "zz5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a"
            })
    void aMasterKeyThatIsNoneStopsTheStartWithASentence(String text) {
        assertThatThrownBy(() -> master(text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("fingerpost.master-key-file")
                .hasMessageContaining("64 hex digits")
                .hasNoCause()
                .message()
                .doesNotContain("5a5a");
    }

    @Test
    void aMasterKeyThatIsNotThereStopsTheStartWithASentence() {
        assertThatThrownBy(() -> MasterKey.read(folder.resolve("nowhere")))
                .hasMessageContaining("fingerpost.master-key-file: cannot read");
    }

    private MasterKey master(String text) throws IOException {
        return MasterKey.read(Files.writeString(folder.resolve("master"), text + "\n"));
    }

    private static void refuses(ProviderKey key, Place place, Sealed sealed) {
        assertThatThrownBy(() -> key.open(place, sealed)).isInstanceOf(UnopenableException.class);
    }
}
