package org.fingerpost.formats.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the real openssl, both ways. */
class OpensslTest {

    private static final int ROUNDS = 12;

    /** Every character that P1359 may hold, in passwords of its greatest length. */
    private static final List<String> PASSWORDS =
            List.of(
                    "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGH",
                    "IJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnop", "qrstuvwxyz{|}~");

    @TempDir Path folder;

    @BeforeAll
    static void opensslIsThere() {
        assumeTrue(isThere(), "skipped: there is no openssl command on this machine");
    }

    private static boolean isThere() {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatWeSealOpensslOpens() throws IOException, InterruptedException {
        var random = new Random(7);
        for (String password : PASSWORDS) {
            for (KeyDigest digest : KeyDigest.values()) {
                for (Salt salt : List.of(Salt.none(), Salt.random())) {
                    byte[] plain = plain(random);
                    byte[] sealed = Sealing.seal(plain, ConfigKey.of(password), digest, salt);
                    assertArrayEquals(plain, openssl("-d", sealed, password, digest, salt));
                }
            }
        }
    }

    @Test
    void whatOpensslSealsWeOpenAndSealToTheSameBytes() throws IOException, InterruptedException {
        var random = new Random(8);
        for (String password : PASSWORDS) {
            for (KeyDigest digest : KeyDigest.values()) {
                for (Salt salt : List.of(Salt.none(), Salt.random())) {
                    byte[] plain = plain(random);
                    byte[] sealed = openssl("-e", plain, password, digest, salt);
                    assertArrayEquals(plain, Sealing.open(sealed, password, digest));
                    Salt theirs = salt.isNone() ? salt : Salt.of(sealed);
                    assertArrayEquals(
                            sealed, Sealing.seal(plain, ConfigKey.of(password), digest, theirs));
                }
            }
        }
    }

    @Test
    void passwordThatNoPhoneCouldHoldStillOpens() throws IOException, InterruptedException {
        byte[] plain = plain(new Random(9));
        String password = "a päss word, longer than the forty characters of a phone";
        byte[] sealed = openssl("-e", plain, password, KeyDigest.MD5, Salt.random());
        assertArrayEquals(plain, Sealing.open(sealed, password, KeyDigest.MD5));
    }

    /** From nothing to a few blocks, the borders of a block among them. */
    private static byte[] plain(Random random) {
        var plain = new byte[random.nextInt(ROUNDS) * 16 + random.nextInt(3)];
        random.nextBytes(plain);
        return plain;
    }

    /** The password travels in a file, as no shell and no locale can change it there. */
    private byte[] openssl(String way, byte[] in, String password, KeyDigest digest, Salt salt)
            throws IOException, InterruptedException {
        Path from = folder.resolve("in");
        Path to = folder.resolve("out");
        Path word = folder.resolve("password");
        Files.write(from, in);
        Files.write(word, (password + "\n").getBytes(StandardCharsets.UTF_8));
        List<String> line =
                new ArrayList<>(List.of("openssl", "enc", way, "-aes-256-cbc", "-md", digest.id()));
        line.addAll(
                List.of("-pass", "file:" + word, "-in", from.toString(), "-out", to.toString()));
        line.add(salt.isNone() ? "-nosalt" : "-salt");
        Process openssl =
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("said").toFile())
                        .start();
        if (!openssl.waitFor(30, TimeUnit.SECONDS) || openssl.exitValue() != 0) {
            openssl.destroyForcibly();
            throw new IOException("openssl: " + Files.readString(folder.resolve("said")));
        }
        return Files.readAllBytes(to);
    }
}
