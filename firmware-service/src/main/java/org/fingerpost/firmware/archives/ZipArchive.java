package org.fingerpost.firmware.archives;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip that somebody sent: nothing in it is believed. Folders are flattened, since phones ask for
 * base names; sizes are counted as the bytes come, whatever the archive says of itself; and nothing
 * is ever written under a name that stands in it.
 */
public final class ZipArchive {
    private final Path file;
    private final int mostFiles;
    private final long mostBytes;

    /**
     * @param mostBytes of all files together, unpacked
     */
    public ZipArchive(Path file, int mostFiles, long mostBytes) {
        this.file = file;
        this.mostFiles = mostFiles;
        this.mostBytes = mostBytes;
    }

    /** Sees the files of an archive, one after the other. */
    @FunctionalInterface
    public interface Visitor {
        void file(String baseName, InputStream bytes) throws IOException;
    }

    /**
     * @throws BrokenArchive if it cannot be read to its end, or may not be
     */
    public void forEach(Visitor visitor) throws IOException {
        EndOfZip.of(file).mustNotHaveMoreThan(mostFiles);
        Allowance allowance = new Allowance();
        Set<String> names = new HashSet<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
                ZipEntry entry = e.nextElement();
                String name = baseName(entry.getName());
                if (entry.isDirectory()) {
                    continue;
                }
                if (!names.add(name)) {
                    throw new BrokenArchive("the archive has two files called '" + name + "'");
                }
                try (InputStream bytes = zip.getInputStream(entry)) {
                    visitor.file(name, allowance.of(bytes));
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException unreadable) {
            throw new BrokenArchive(
                    "the archive cannot be read: " + String.valueOf(unreadable.getMessage()));
        }
    }

    /** Flat, and of a path that stays where it is. */
    private static String baseName(String path) {
        boolean leads = path.startsWith("/") || path.indexOf('\\') >= 0 || path.indexOf(':') >= 0;
        for (String segment : path.split("/")) {
            leads |= segment.equals("..");
        }
        if (leads) {
            throw new BrokenArchive("'" + path + "' leads out of the archive");
        }
        String whole = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return whole.substring(whole.lastIndexOf('/') + 1);
    }

    /** How many bytes the files may still have. */
    private final class Allowance {
        private long left = mostBytes;

        InputStream of(InputStream bytes) {
            return new FilterInputStream(bytes) {
                @Override
                public int read() throws IOException {
                    int value = super.read();
                    take(value < 0 ? 0 : 1);
                    return value;
                }

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    int count = super.read(into, offset, length);
                    take(Math.max(count, 0));
                    return count;
                }
            };
        }

        private void take(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new BrokenArchive(
                        "unpacked, the archive has more than " + mostBytes + " bytes");
            }
        }
    }
}
