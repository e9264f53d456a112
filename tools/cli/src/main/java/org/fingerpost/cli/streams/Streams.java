package org.fingerpost.cli.streams;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/** The streams of one run. The name {@code -} stands for standard input or output. */
public final class Streams {

    public static final String STANDARD = "-";

    /** No file of settings comes near it; a larger one was named by mistake. */
    private static final int MOST_BYTES = 64 << 20;

    private final InputStream in;
    private final OutputStream out;
    private final PrintWriter err;

    public Streams(InputStream in, OutputStream out, PrintWriter err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /**
     * All bytes of the file.
     *
     * @throws Complaint if it cannot be read, or has over 64 MiB
     */
    public byte[] read(String file) {
        try (InputStream from = file.equals(STANDARD) ? in : Files.newInputStream(path(file))) {
            byte[] bytes = from.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new Complaint(name(file) + ": has over 64 MiB, which no such file has");
            }
            return bytes;
        } catch (IOException trouble) {
            throw new Complaint(file + ": " + why(trouble), trouble);
        }
    }

    /**
     * The bytes as they come, for what may be long. The caller closes it.
     *
     * @throws Complaint if the file cannot be opened
     */
    public InputStream open(String file) {
        try {
            return file.equals(STANDARD) ? in : Files.newInputStream(Path.of(file));
        } catch (IOException trouble) {
            throw new Complaint(file + ": " + why(trouble), trouble);
        }
    }

    /**
     * Writes the file whole, or leaves what was there.
     *
     * @throws Complaint if it cannot be written
     */
    public void write(String file, byte[] bytes) {
        try {
            if (file.equals(STANDARD)) {
                out.write(bytes);
                out.flush();
            } else {
                replace(path(file), bytes);
            }
        } catch (IOException trouble) {
            throw new Complaint(
                    (file.equals(STANDARD) ? "standard output" : file) + ": " + why(trouble),
                    trouble);
        }
    }

    /** Writes text to the file, as UTF-8. */
    public void write(String file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes text to standard output, as UTF-8. */
    public void print(String text) {
        write(STANDARD, text);
    }

    /** Something to know, for a person, beside the output. */
    public void warn(String sentence) {
        err.println("warning: " + sentence);
        err.flush();
    }

    /** For what is drawn and redrawn while a person waits. */
    public PrintWriter err() {
        return err;
    }

    /** How a person would call the input. */
    public static String name(String file) {
        return file.equals(STANDARD) ? "standard input" : file;
    }

    /** In words, without the class of an exception. */
    public static String why(IOException trouble) {
        return switch (trouble) {
            case NoSuchFileException _ -> "there is no such file";
            case java.nio.file.AccessDeniedException _ -> "no permission";
            case NotDirectoryException _ -> "is a file, and no directory";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> String.valueOf(trouble.getMessage());
        };
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException wrong) {
            throw new Complaint("no file can be called so: " + wrong.getReason(), wrong);
        }
    }

    private static void keepPermissions(Path of, Path at) throws IOException {
        if (Files.getFileStore(of).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(at, Files.getPosixFilePermissions(of));
        }
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // A pipe or a device such as /dev/stdout: nothing could be moved in its place.
            Files.write(file, bytes);
            return;
        }
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (!Files.isDirectory(target.getParent())) {
            throw new Complaint(file + ": there is no folder " + target.getParent());
        }
        Path part = target.resolveSibling(".fingerpost-" + UUID.randomUUID() + ".part");
        try {
            // Not by createTempFile, whose files no TFTP server may read.
            Files.write(part, bytes, StandardOpenOption.CREATE_NEW);
            if (Files.exists(target)) {
                keepPermissions(target, part);
            }
            Files.move(
                    part,
                    target,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
