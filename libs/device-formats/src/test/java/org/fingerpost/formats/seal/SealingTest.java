package org.fingerpost.formats.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealingTest {

    private static final ConfigKey KEY = ConfigKey.of("s3cret!");

    @Property(tries = 300)
    void whatIsSealedOpensUnderTheSamePassword(
            @ForAll byte[] plain,
            @ForAll @StringLength(min = 1, max = 40) @CharRange(from = '!', to = '~')
                    String password,
            @ForAll KeyDigest digest,
            @ForAll boolean salted) {
        Salt salt = salted ? Salt.random() : Salt.none();
        byte[] sealed = Sealing.seal(plain, ConfigKey.of(password), digest, salt);
        assertThat(Sealing.isSalted(sealed)).isEqualTo(salted);
        assertThat(sealed.length).isEqualTo((salted ? 16 : 0) + (plain.length / 16 + 1) * 16);
        assertArrayEquals(plain, Sealing.open(sealed, password, digest));
    }

    @Property(tries = 2_000)
    void bytesOfAnyKindOpenOrAreRefusedNothingElse(@ForAll byte[] file, @ForAll String password) {
        try {
            Sealing.open(file, password, KeyDigest.MD5);
        } catch (SealException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Test
    void saltMakesEqualFilesDiffer() {
        byte[] plain = {1, 2, 3};
        assertThat(Sealing.seal(plain, KEY, KeyDigest.MD5, Salt.random()))
                .isNotEqualTo(Sealing.seal(plain, KEY, KeyDigest.MD5, Salt.random()));
    }

    @Test
    void wrongPasswordIsNoticedAllButOnceIn256Times() {
        var random = new Random(3);
        byte[] sealed = Sealing.seal(new byte[100], KEY, KeyDigest.MD5, Salt.none());
        int noise = 0;
        for (int i = 0; i < 2_000; i++) {
            try {
                Sealing.open(sealed, "guess" + random.nextLong(), KeyDigest.MD5);
                noise++;
            } catch (SealException refused) {
                assertThat(refused).hasMessageContaining("does not open");
            }
        }
        assertThat(noise).isLessThan(40);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 17, 24, 31})
    void partOfAFileIsRefusedAsSuch(int size) {
        byte[] sealed = Sealing.seal(new byte[100], KEY, KeyDigest.MD5, Salt.parse("00".repeat(8)));
        byte[] part = Arrays.copyOf(sealed, size);
        assertThatThrownBy(() -> Sealing.open(part, "s3cret!", KeyDigest.MD5))
                .isInstanceOf(SealException.class)
                .hasMessageContaining("a part of one");
    }

    @Test
    void headAloneHoldsNothing() {
        byte[] sealed = Sealing.seal(new byte[1], KEY, KeyDigest.MD5, Salt.parse("00".repeat(8)));
        byte[] head = Arrays.copyOf(sealed, 16);
        assertThatThrownBy(() -> Sealing.open(head, "s3cret!", KeyDigest.MD5))
                .hasMessageContaining("0 bytes of cipher text");
    }

    @ParameterizedTest
    @CsvSource({
        "'', is empty",
        "0123456789012345678901234567890123456789x, has 41 characters",
        "two words, character 4 is a space",
        "passwörd, character 6 is none of them",
    })
    void passwordThatNoPhoneCanHoldIsRefusedWithASentence(String password, String why) {
        assertThatThrownBy(() -> ConfigKey.of(password))
                .isInstanceOf(SealException.class)
                .hasMessageContaining("P1359")
                .hasMessageContaining(why);
    }

    @Test
    void controlCharacterIsNoPassword() {
        assertThatThrownBy(() -> ConfigKey.of("a\u007fb")).isInstanceOf(SealException.class);
        assertThatThrownBy(() -> ConfigKey.of("a\nb")).isInstanceOf(SealException.class);
    }

    @Test
    void keyHidesItself() {
        assertThat(KEY).hasToString("********").isEqualTo(ConfigKey.of("s3cret!"));
        assertThat(KEY)
                .isNotEqualTo(ConfigKey.of("s3cret?"))
                .hasSameHashCodeAs(ConfigKey.of("s3cret!"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "zz00000000000000", "000000000000000000"})
    void saltIsSixteenDigits(String hex) {
        assertThatThrownBy(() -> Salt.parse(hex))
                .isInstanceOf(SealException.class)
                .hasMessageContaining("sixteen");
    }

    @Test
    void saltIsPrintedAsItIsRead() {
        assertThat(Salt.parse("00ff0123456789AB")).hasToString("00ff0123456789ab");
        assertThat(Salt.none()).hasToString("none");
    }

    @Test
    void idsAreThoseOfOpenssl() {
        assertThat(KeyDigest.find("md5")).contains(KeyDigest.MD5);
        assertThat(KeyDigest.find("sha256")).contains(KeyDigest.SHA_256);
        assertThat(KeyDigest.find("SHA256")).isEmpty();
    }
}
