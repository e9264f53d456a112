package org.fingerpost.firmware;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A disk of a few megabytes, for those who fill it. Only root may mount one, and not everywhere.
 */
public final class SmallDisk implements AutoCloseable {
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Skips the test with a sentence where there can be none. */
    public static SmallDisk mount(Path folder, int megabytes) throws IOException {
        Files.createDirectories(folder);
        boolean mounted =
                run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder);
        assumeThat(mounted).as("only root can mount a small disk, where that is allowed").isTrue();
        return new SmallDisk(folder);
    }

    public Path folder() {
        return folder;
    }

    /** Until nothing more goes on it. */
    public Path fill() throws IOException {
        Path all = folder.resolve("all-of-the-rest");
        try (var out = Files.newOutputStream(all)) {
            while (true) {
                out.write(new byte[4096]);
            }
        } catch (IOException full) {
            return all;
        }
    }

    @Override
    public void close() throws IOException {
        run("umount", folder);
    }

    private static boolean run(Object... words) {
        String[] command = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            command[i] = words[i].toString();
        }
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .onExit()
                            .join()
                            .exitValue()
                    == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
