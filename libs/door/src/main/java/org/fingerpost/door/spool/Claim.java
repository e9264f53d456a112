package org.fingerpost.door.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A spool folder belongs to one process at a time and to one door for ever. The lock goes with the
 * process, however it ends.
 */
final class Claim {
    private final FileChannel lockFile;
    private final UUID door;

    private Claim(FileChannel lockFile, UUID door) {
        this.lockFile = lockFile;
        this.door = door;
    }

    static Claim on(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            lock(channel, folder);
            return new Claim(channel, doorOf(folder));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Names this door in its events. */
    UUID door() {
        return door;
    }

    void release() throws IOException {
        lockFile.close();
    }

    private static void lock(FileChannel channel, Path folder) throws IOException {
        boolean mine;
        try {
            FileLock lock = channel.tryLock();
            mine = lock != null;
        } catch (OverlappingFileLockException e) {
            mine = false;
        }
        if (!mine) {
            throw new IOException("another process uses the spool in " + folder);
        }
    }

    private static UUID doorOf(Path folder) throws IOException {
        Path file = folder.resolve("door");
        try {
            return UUID.fromString(Files.readString(file).strip());
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " holds no UUID; delete the folder to start afresh", e);
        } catch (NoSuchFileException e) {
            UUID door = UUID.randomUUID();
            Path draft = Files.writeString(folder.resolve("door.new"), door + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return door;
        }
    }
}
