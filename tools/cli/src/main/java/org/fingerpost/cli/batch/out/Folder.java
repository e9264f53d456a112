package org.fingerpost.cli.batch.out;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory of files, each there whole or not at all, that knows from run to run which it has.
 * One run at a time.
 */
public final class Folder implements Closeable {

    private static final String JOURNAL = ".fingerpost-batch";

    /** Where files are until they are whole. On the same disk, so that they can be moved. */
    private static final String PARTS = ".fingerpost-parts";

    private final Path folder;
    private final Path parts;
    private final Journal journal;

    private Folder(Path folder, Path parts, Journal journal) {
        this.folder = folder;
        this.parts = parts;
        this.journal = journal;
    }

    /**
     * Makes it if it is not there.
     *
     * @throws org.fingerpost.cli.streams.Complaint if another run is at work in it
     */
    public static Folder open(Path path) throws IOException {
        Path folder = path.toAbsolutePath().normalize();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        Files.createDirectories(folder);
        var journal = Journal.open(folder.resolve(JOURNAL));
        Path parts = folder.resolve(PARTS);
        clear(parts);
        Files.createDirectories(parts);
        return new Folder(folder, parts, journal);
    }

    public Path path() {
        return folder;
    }

    /** A file of that name that is still being written; {@link #finish} moves it to its place. */
    public Path part(String name) {
        return parts.resolve(name);
    }

    /** Moves a part to where it belongs, in the place of what was there. */
    public void finish(Path part, Path target) throws IOException {
        Files.move(
                part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What the file would be if it lay here. */
    public static StoredFile describe(String name, byte[] bytes) {
        return new StoredFile(name, bytes.length, HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    /** True if an earlier run wrote just this, and it is still there. */
    public boolean has(StoredFile file) {
        return journal.find(file.name()).filter(file::equals).isPresent()
                && folder.resolve(file.name()).toFile().length() == file.size();
    }

    /** Writes it, whole or not at all. From any thread, but one at a time for each name. */
    public void store(String name, byte[] bytes) throws IOException {
        Path part = part(name);
        Files.write(part, bytes);
        finish(part, folder.resolve(name));
    }

    /** Remembers for the next run that they are done. */
    public void remember(List<StoredFile> done) throws IOException {
        journal.add(done);
    }

    /** Removes whatever batches wrote, and the directory if nothing else is in it. */
    public void discard(Iterable<String> names) throws IOException {
        for (String name : names) {
            Files.deleteIfExists(folder.resolve(name));
        }
        for (StoredFile file : journal.all()) {
            Files.deleteIfExists(folder.resolve(file.name()));
        }
        close();
        Files.deleteIfExists(folder.resolve(JOURNAL));
        try (Stream<Path> left = Files.list(folder)) {
            if (left.findAny().isEmpty()) {
                Files.delete(folder);
            }
        }
    }

    /** Parts go, what is whole stays. */
    @Override
    public void close() throws IOException {
        clear(parts);
        journal.close();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this JDK has no SHA-256", impossible);
        }
    }

    private static void clear(Path parts) throws IOException {
        if (Files.isDirectory(parts)) {
            try (Stream<Path> left = Files.list(parts)) {
                for (Path part : left.toList()) {
                    Files.delete(part);
                }
            }
            Files.delete(parts);
        }
    }
}
