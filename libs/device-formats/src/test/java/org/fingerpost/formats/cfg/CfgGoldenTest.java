package org.fingerpost.formats.cfg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against bytes that are not ours; their origin is told beside them. */
class CfgGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/cfgbin");

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".bin"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void goldenCasesAreThere() throws IOException {
        assertThat(cases()).hasSize(14);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fileIsTheGoldenOneToTheByte(String name) throws IOException {
        assertArrayEquals(golden(name), CfgBinary.encode(mac(name), settings(name)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void goldenFileIsReadBack(String name) throws IOException {
        assertEquals(new CfgFile(mac(name), settings(name)), CfgBinary.decode(golden(name)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void textForPeopleSaysTheSame(String name) throws IOException {
        assertEquals(HexFormat.of().formatHex(golden(name)), text(name, ".hex").replace("\n", ""));
    }

    private static byte[] golden(String name) throws IOException {
        return Files.readAllBytes(GOLDEN.resolve(name + ".bin"));
    }

    private static MacAddress mac(String name) throws IOException {
        return MacAddress.parse(text(name, ".mac").strip());
    }

    private static PValues settings(String name) throws IOException {
        var settings = PValues.builder();
        text(name, ".params")
                .lines()
                .map(line -> line.split("=", 2))
                .forEach(pair -> settings.put(pair[0], pair[1]));
        return settings.build();
    }

    private static String text(String name, String extension) throws IOException {
        return Files.readString(GOLDEN.resolve(name + extension));
    }
}
