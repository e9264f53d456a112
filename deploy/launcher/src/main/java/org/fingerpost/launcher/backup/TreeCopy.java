package org.fingerpost.launcher.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Copies a folder while others write in it: what vanishes meanwhile is left out. Copies are on the
 * disk, not only in the kernel's memory, and their owner's alone.
 */
public final class TreeCopy extends SimpleFileVisitor<Path> {
    private final Path original;
    private final Path copy;
    private final Predicate<Path> wanted;
    private long bytes;

    private TreeCopy(Path original, Path copy, Predicate<Path> wanted) {
        this.original = original;
        this.copy = copy;
        this.wanted = wanted;
    }

    /**
     * @param wanted asked with paths relative to the original, folders included
     * @return how many bytes were copied
     */
    public static long copy(Path original, Path copy, Predicate<Path> wanted) throws IOException {
        TreeCopy work = new TreeCopy(original, copy, wanted);
        Files.walkFileTree(original, work);
        return work.bytes;
    }

    public static long copy(Path original, Path copy) throws IOException {
        return copy(original, copy, _ -> true);
    }

    public static long file(Path original, Path copy) throws IOException {
        folder(copy.getParent());
        Set<StandardOpenOption> anew =
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel from = FileChannel.open(original, StandardOpenOption.READ);
                FileChannel to =
                        FileChannel.open(
                                copy,
                                anew,
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rw-------")))) {
            long done = 0;
            for (long more = 1; more > 0; done += more) {
                more = from.transferTo(done, Long.MAX_VALUE - done, to);
            }
            to.force(true);
            return done;
        }
    }

    private static void folder(Path folder) throws IOException {
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
            throws IOException {
        if (!folder.equals(original) && !wanted.test(original.relativize(folder))) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        folder(copy.resolve(original.relativize(folder).toString()));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Path relative = original.relativize(file);
        if (attributes.isRegularFile() && wanted.test(relative)) {
            try {
                bytes += file(file, copy.resolve(relative.toString()));
            } catch (NoSuchFileException vanished) {
                return FileVisitResult.CONTINUE;
            }
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException trouble) throws IOException {
        if (trouble instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw trouble;
    }
}
