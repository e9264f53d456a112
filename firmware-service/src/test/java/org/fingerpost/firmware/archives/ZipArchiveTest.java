package org.fingerpost.firmware.archives;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipArchiveTest {
    private static final int FILES = 3;
    private static final int BYTES = 1000;

    @TempDir Path folder;

    @Test
    void filesComeByTheirBaseNames() throws IOException {
        assertThat(read(Zips.of("readme/", "", "release/boot.bin", "boot", "vp.bin", "vp")))
                .containsExactly(Map.entry("boot.bin", "boot"), Map.entry("vp.bin", "vp"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../up.bin",
                "a/../../up.bin",
                "/root.bin",
                "a\\b.bin",
                "C:b.bin",
                "..",
                "../"
            })
    void whatLeadsOutIsRefused(String name) {
        refused(Zips.of("ok.bin", "x", name, "x"), "leads out");
    }

    @Test
    void twoFilesOfOneBaseNameAreRefused() {
        refused(Zips.of("a/boot.bin", "1", "b/boot.bin", "2"), "two files called 'boot.bin'");
    }

    @Test
    void aBombIsStoppedByWhatComesOutOfItWhateverItSaysOfItself() {
        byte[] bomb = Zips.of("bomb.bin", "0".repeat(1_000_000));
        assertThat(bomb.length).isLessThan(2 * BYTES);

        refused(bomb, "more than 1000 bytes");
        refused(Zips.of("a", "0".repeat(600), "b", "0".repeat(600)), "more than 1000 bytes");
    }

    @Test
    void noMoreFilesThanAllowedAreLookedAt() {
        String[] many = new String[40];
        Arrays.setAll(many, i -> "f" + i);

        refused(Zips.of(many), "more than 3 files");
    }

    @Test
    void whatIsNoWholeArchiveIsRefused() {
        byte[] whole = Zips.of("boot.bin", "boot".repeat(50));

        refused("no zip at all".getBytes(US_ASCII), "no zip archive");
        refused(new byte[0], "no zip archive");
        refused(Arrays.copyOf(whole, whole.length - 30), "no zip archive");
        refused(Arrays.copyOfRange(whole, 20, whole.length), "cannot be read");
    }

    /** The directory says three packed bytes where there are more: the file ends too early. */
    @Test
    void aFileThatEndsWithinItsArchiveIsRefused() {
        byte[] zip = Zips.of("boot.bin", "boot".repeat(50));
        int directory = new String(zip, ISO_8859_1).indexOf("PK\1\2");
        zip[directory + 20] = 3;

        refused(zip, "cannot be read");
    }

    /** PK 05 06, one entry, 46 bytes of directory, no comment: in the comment of the true end. */
    @Test
    void anEndInsideACommentDoesNotHideTheTrueOne() {
        byte[] honest = Zips.of("boot.bin", "boot");
        byte[] fake =
                HexFormat.of().parseHex("504b050600000000010001002e000000000000000000" + "2121");
        byte[] both = Arrays.copyOf(honest, honest.length + fake.length);
        System.arraycopy(fake, 0, both, honest.length, fake.length);
        both[honest.length - 2] = (byte) fake.length;

        refused(both, "bytes follow");
    }

    private void refused(byte[] zip, String why) {
        assertThatThrownBy(() -> read(zip))
                .isInstanceOf(BrokenArchive.class)
                .hasMessageContaining(why);
    }

    private Map<String, String> read(byte[] zip) throws IOException {
        Path file = Files.write(folder.resolve("sent.zip"), zip);
        Map<String, String> files = new LinkedHashMap<>();
        new ZipArchive(file, FILES, BYTES)
                .forEach((name, bytes) ->
                        files.put(name, new String(bytes.readAllBytes(), US_ASCII)));
        return files;
    }
}
