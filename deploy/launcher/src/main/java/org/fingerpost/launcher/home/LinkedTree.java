package org.fingerpost.launcher.home;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.fingerpost.launcher.machine.LaunchFailure;

/**
 * A program as it was when it was started: a folder of hard links (copies where the file system has
 * none).
 *
 * <p>A build that empties {@code target} while the program runs takes nothing away from it.
 */
public final class LinkedTree {
    private LinkedTree() {}

    public static void replace(Path copy, Path original) {
        if (Files.exists(copy)) {
            Home.delete(copy);
        }
        try {
            Files.walkFileTree(original, new Linking(original, copy));
        } catch (IOException e) {
            throw new LaunchFailure(
                    "Cannot copy " + original + " to " + copy + ": " + e.getMessage(), e);
        }
    }

    private static final class Linking extends SimpleFileVisitor<Path> {
        private final Path original;
        private final Path copy;

        Linking(Path original, Path copy) {
            this.original = original;
            this.copy = copy;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
            Files.createDirectories(copy.resolve(original.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Path target = copy.resolve(original.relativize(file).toString());
            try {
                Files.createLink(target, file);
            } catch (IOException | UnsupportedOperationException otherFileSystem) {
                Files.copy(file, target);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
