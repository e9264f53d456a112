package org.fingerpost.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.fingerpost.cli.Fingerpost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's examples do what the page says they do. */
class FileGeneratorPageTest {
    private static final Path PAGE = Path.of("../../docs/file-generator.md");
    private static final Path SHELL = Path.of("/bin/sh");

    @TempDir private Path folder;

    @Test
    void examplesOfThePageSayWhatThePageSays() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(SHELL), "there is no /bin/sh to run the examples in");
        String page = Files.readString(PAGE);

        String said = run("set -e\n" + launcher() + String.join("", blocks(page, "sh")));

        assertThat(said.replaceAll(" in [0-9.]+ s", ""))
                .contains(String.join("", blocks(page, "text")).lines().toList());
        assertThat(folder.resolve("order.zip")).isNotEmptyFile();
    }

    private static List<String> blocks(String page, String language) {
        return Pattern.compile("(?s)```" + language + "\n(.*?)```")
                .matcher(page)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private static String launcher() {
        return "fingerpost() { '%s' -cp '%s' %s \"$@\" 2>&1; }\n"
                .formatted(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("java.class.path"),
                        Fingerpost.class.getName());
    }

    private String run(String script) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("examples.sh"), script);
        var process =
                new ProcessBuilder(SHELL.toString(), file.toString())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
