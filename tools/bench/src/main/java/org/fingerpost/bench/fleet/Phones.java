package org.fingerpost.bench.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Phones that ask, drawn from the whole fleet.
 *
 * @param paths of their files
 */
record Phones(List<String> paths) {
    private static final int COUNT = 20_000;

    /**
     * @param first of the devices that are drawn from
     * @param count how many there are
     */
    static Phones of(Fleet fleet, int first, int count) {
        Random random = new Random(237);
        return new Phones(
                IntStream.generate(() -> first + random.nextInt(count))
                        .distinct()
                        .limit(COUNT)
                        .mapToObj(fleet::path)
                        .toList());
    }

    /** What wrk runs. */
    Path script(Path folder, String name) throws IOException {
        return script("files.lua", Files.write(folder.resolve(name + ".paths"), paths));
    }

    /** A script of ours that reads this list, beside it. */
    static Path script(String script, Path list) throws IOException {
        try (InputStream in = Phones.class.getResourceAsStream(script)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(Path.of(list + ".lua"), text.replace("LIST", list.toString()));
        }
    }

    /** Ready files of this length, each at its phone's path. */
    void write(Path root, byte[] file) throws IOException {
        for (String path : paths) {
            Path to = root.resolve(path.substring(1));
            Files.createDirectories(to.getParent());
            Files.write(to, file);
        }
    }
}
