package org.fingerpost.formats.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against files that openssl made; their origin is told beside them. */
class SealGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/sealed-xml");

    @Test
    void goldenCasesAreThere() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.filter(file -> file.toString().endsWith(".enc"))).hasSize(5);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x1_seed_example", "x4_block_aligned", "x6_nosalt", "x8_NEG_sha256_default"})
    void fileIsTheGoldenOneToTheByteAndOpensAgain(String name) throws IOException {
        KeyDigest digest = KeyDigest.find(text(name, ".md")).orElseThrow();
        String saltText = text(name, ".salt");
        Salt salt = saltText.equals("none") ? Salt.none() : Salt.parse(saltText);
        byte[] plain = octets(name, ".xml");
        byte[] sealed = octets(name, ".enc");
        assertArrayEquals(
                sealed, Sealing.seal(plain, ConfigKey.of(text(name, ".password")), digest, salt));
        assertArrayEquals(plain, Sealing.open(sealed, text(name, ".password"), digest));
    }

    @Test
    void passwordWithASpaceOpensButSealsNothing() throws IOException {
        String password = text("x2_min", ".password");
        assertArrayEquals(
                octets("x2_min", ".xml"),
                Sealing.open(octets("x2_min", ".enc"), password, KeyDigest.MD5));
        assertThatThrownBy(() -> ConfigKey.of(password)).isInstanceOf(SealException.class);
    }

    @Test
    void digestIsNeverGuessed() throws IOException {
        byte[] sealed = octets("x8_NEG_sha256_default", ".enc");
        assertThatThrownBy(() -> Sealing.open(sealed, "password", KeyDigest.MD5))
                .isInstanceOf(SealException.class)
                .hasMessageContaining("not derived with md5");
    }

    @Test
    void base64IsNotASealedFile() throws IOException {
        byte[] base64 = octets("x1_seed_example", ".NEG_base64.txt");
        assertThat(Sealing.isSalted(base64)).isFalse();
        assertThatThrownBy(() -> Sealing.open(base64, "password", KeyDigest.MD5))
                .isInstanceOf(SealException.class);
    }

    private static String text(String name, String extension) throws IOException {
        return Files.readString(GOLDEN.resolve(name + extension)).stripTrailing();
    }

    private static byte[] octets(String name, String extension) throws IOException {
        return Files.readAllBytes(GOLDEN.resolve(name + extension));
    }
}
