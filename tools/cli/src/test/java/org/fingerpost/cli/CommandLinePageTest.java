package org.fingerpost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/command-line.md shows works as it stands there, in a shell. */
class CommandLinePageTest {
    private static final Path PAGE = Path.of("../../docs/command-line.md");
    private static final Pattern SHOWN =
            Pattern.compile("^```fingerpost\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    @TempDir private Path folder;

    @Test
    void everyCommandThatIsShownSucceeds() throws IOException, InterruptedException {
        var shown = SHOWN.matcher(Files.readString(PAGE));
        assertThat(shown.find()).isTrue();
        Path fingerpost = folder.resolve("fingerpost");
        Files.writeString(
                fingerpost,
                "#!/bin/sh\nexec '%s/bin/java' -XX:TieredStopAtLevel=1 -cp '%s' %s \"$@\"\n"
                        .formatted(
                                System.getProperty("java.home"),
                                System.getProperty("java.class.path"),
                                Fingerpost.class.getName()));
        Files.setPosixFilePermissions(fingerpost, PosixFilePermissions.fromString("rwxr-xr-x"));

        var shell =
                new ProcessBuilder("/bin/sh", "-e", "-c", shown.group(1))
                        .directory(folder.toFile())
                        .redirectErrorStream(true);
        shell.environment().merge("PATH", folder.toString(), (old, first) -> first + ":" + old);
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes());

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).contains("config binary", "config.file-password");
    }
}
