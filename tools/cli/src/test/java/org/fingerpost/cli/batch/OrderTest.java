package org.fingerpost.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipFile;
import org.fingerpost.cli.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderTest {
    private static final String LIST =
            """
            mac,model,ext
            000b82000003,GXP2160,3
            000b82000001,GXP2160,1
            000b82000002,GXP2160,2
            000b82000004,HT802,4
            000b82000009,GXP2160,9
            """;

    @TempDir private Path folder;

    private Ran order(String target) {
        String[] all = {
            "--order",
            "--company",
            "Example Telecom",
            "--address",
            "1 High Street, Exampleton",
            "--target-server",
            "config.example.net",
            "--firmware",
            "1.0.11.3"
        };
        return new Office(folder).runTo(target, Office.TEMPLATE, LIST, all);
    }

    @Test
    void sheetSaysWhatTheGuideAsksFor() throws IOException, GeneralSecurityException {
        assertThat(order("out").exit()).isZero();

        Path out = folder.resolve("out");
        assertThat(Files.readString(out.resolve("order.txt")))
                .contains(
                        "Company        Example Telecom\n",
                        "Address        1 High Street, Exampleton\n",
                        "Target server  config.example.net\n",
                        "Firmware       1.0.11.3\n",
                        "Devices        5\n"
                                + "                     4  GXP2160\n"
                                + "                     1  HT802\n",
                        """
                        000b82000001 - 000b82000003        3  GXP2160
                        000b82000004 - 000b82000004        1  HT802
                        000b82000009 - 000b82000009        1  GXP2160
                        """,
                        "Files          10, ",
                        "SHA-256 " + sha256(out.resolve("order.csv")));
    }

    @Test
    void listingNamesEachFileInTheOrderOfTheList() throws IOException, GeneralSecurityException {
        order("out");

        Path out = folder.resolve("out");
        Path first = out.resolve("cfg000b82000003");
        assertThat(Files.readAllLines(out.resolve("order.csv")))
                .hasSize(11)
                .startsWith(
                        "mac,model,file,bytes,sha256",
                        "000b82000003,GXP2160,cfg000b82000003,%d,%s"
                                .formatted(Files.size(first), sha256(first)));
    }

    @Test
    void sheetIsInTheZipToo() throws IOException {
        order("order.zip");

        try (var zip = new ZipFile(folder.resolve("order.zip").toFile())) {
            assertThat(zip.size()).isEqualTo(12);
            assertThat(zip.getEntry("order.txt")).isNotNull();
        }
    }

    private static String sha256(Path file) throws IOException, GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(digest);
    }
}
