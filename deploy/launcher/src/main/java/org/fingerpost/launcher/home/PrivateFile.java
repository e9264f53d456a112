package org.fingerpost.launcher.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;
import org.fingerpost.launcher.machine.LaunchFailure;

/** Files that only their owner may read (mode 600), whole or not there. */
public final class PrivateFile {
    private PrivateFile() {}

    public static void write(Path file, String text) {
        writeWithMode(file, text, "rw-------");
    }

    /** For what everybody may read: certificates. */
    public static void writeReadable(Path file, String text) {
        writeWithMode(file, text, "rw-r--r--");
    }

    /** The file's text; if there is no such file it is made first. */
    public static String readOrMake(Path file, Supplier<String> text) {
        if (!Files.exists(file)) {
            write(file, text.get());
        }
        return read(file);
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LaunchFailure("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static void writeWithMode(Path file, String text, String mode) {
        try {
            Files.createDirectories(file.getParent());
            // Made with its final mode: there is no moment at which others could open it.
            Path fresh =
                    Files.createTempFile(
                            file.getParent(),
                            ".new-",
                            "",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, text);
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(mode));
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LaunchFailure("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
