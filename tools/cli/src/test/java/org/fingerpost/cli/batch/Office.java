package org.fingerpost.cli.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fingerpost.cli.Ran;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.pvalue.PValues;

/**
 * A template, a device list and a target in a folder of the test's, and what a run makes of them.
 */
record Office(Path folder) {

    static final String TEMPLATE = "P47=sip.example.net\nP35=${ext}\nP270=Desk ${ext}\n";

    Path out() {
        return folder.resolve("out");
    }

    Ran run(String template, String list, String... more) {
        return runTo("out", template, list, more);
    }

    Ran runTo(String target, String template, String list, String... more) {
        write("template.txt", template);
        Path devices = write("phones.csv", list);
        List<String> arguments = new ArrayList<>(List.of("batch", "--no-check"));
        arguments.addAll(List.of("--template", folder.resolve("template.txt").toString()));
        arguments.addAll(List.of("--out", folder.resolve(target).toString(), devices.toString()));
        arguments.addAll(Arrays.asList(more));
        return Ran.with(arguments.toArray(String[]::new));
    }

    /** The binary's settings, as the decoder sees them. */
    PValues binary(String mac) {
        return CfgBinary.decode(bytes("cfg" + mac)).settings();
    }

    byte[] bytes(String name) {
        try {
            return Files.readAllBytes(out().resolve(name));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** Name and content of all that lies there, but for what the program keeps for itself. */
    static SortedMap<String, String> files(Path directory) {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file : all.toList()) {
                String name = file.getFileName().toString();
                if (!name.startsWith(".")) {
                    files.put(name, Arrays.toString(Files.readAllBytes(file)));
                }
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return files;
    }

    /** A list of so many devices with the column ext. */
    static String devices(int count) {
        var list = new StringBuilder("mac,ext\n");
        for (int i = 0; i < count; i++) {
            list.append("000b82%06x,%d\n".formatted(i, 2000 + i));
        }
        return list.toString();
    }
}
