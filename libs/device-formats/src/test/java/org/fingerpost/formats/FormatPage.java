package org.fingerpost.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;

/** The worked example and the tables of one page in docs/formats. */
record FormatPage(String text) {

    private static final Path PAGES = Path.of("../../docs/formats");

    static FormatPage read(String name) throws IOException {
        return new FormatPage(Files.readString(PAGES.resolve(name)));
    }

    MacAddress mac() {
        return MacAddress.parse(
                block("settings").lines().findFirst().orElseThrow().substring("mac=".length()));
    }

    PValues settings() {
        var settings = PValues.builder();
        block("settings")
                .lines()
                .skip(1)
                .map(line -> line.split("=", 2))
                .forEach(pair -> settings.put(pair[0], pair[1]));
        return settings.build();
    }

    /** The octets of the hex block, whose offsets must be right. */
    byte[] bytes() {
        return bytes("hex");
    }

    byte[] bytes(String kind) {
        var digits = new StringBuilder();
        for (String line : block(kind).lines().toList()) {
            String[] words = line.replaceFirst(" *;.*", "").split(" +");
            if (Integer.parseInt(words[0], 16) != digits.length() / 2) {
                throw new IllegalStateException("offset is wrong: " + line);
            }
            Arrays.stream(words).skip(1).forEach(digits::append);
        }
        return HexFormat.of().parseHex(digits);
    }

    /** The cells, without backquotes, of every table row whose first cell begins so. */
    List<List<String>> rows(String start) {
        return text.lines()
                .filter(line -> line.startsWith("| `" + start))
                .map(line -> line.substring(1, line.lastIndexOf('|')))
                .map(line ->
                        Arrays.stream(line.split("\\|", -1))
                                .map(FormatPage::cell)
                                .collect(Collectors.toList()))
                .toList();
    }

    private static String cell(String cell) {
        return cell.strip().replace("`", "");
    }

    /** The lines of the first such block. */
    String block(String kind) {
        var found =
                Pattern.compile("^```" + kind + "\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
                        .matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("no block of kind " + kind);
        }
        return found.group(1);
    }
}
