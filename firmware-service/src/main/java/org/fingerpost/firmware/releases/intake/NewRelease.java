package org.fingerpost.firmware.releases.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fingerpost.firmware.names.FileName;
import org.fingerpost.firmware.names.Naming;
import org.fingerpost.firmware.names.Version;

/**
 * A release as it is sent to us, its bytes in files of the sender's.
 *
 * @param family as the sender spells it, known or not
 * @param files archives among them
 */
record NewRelease(
        String family,
        Version version,
        String notes,
        Optional<Version> minimum,
        Naming naming,
        List<File> files) {
    private static final int LONGEST_NOTES = 20_000;

    NewRelease {
        files = List.copyOf(files);
        if (naming.prefix().regionMatches(true, 0, "cfg", 0, 3)) {
            throw new IllegalArgumentException(
                    "prefix: names that begin with cfg are those of config files");
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException(
                    "files: send each file as a part named 'files', with its file name, or name"
                            + " finished uploads");
        }
        if (notes.length() > LONGEST_NOTES) {
            throw new IllegalArgumentException(
                    "notes: " + LONGEST_NOTES + " characters at the most");
        }
        if (minimum.filter(least -> !least.isBelow(version)).isPresent()) {
            throw new IllegalArgumentException("minimumVersion: it must be below the version");
        }
    }

    record File(FileName name, Path bytes, long size) {
        /** Phones ask for no zip, so one is always an archive to be unpacked. */
        boolean isArchive() {
            return name.text().toLowerCase(Locale.ROOT).endsWith(".zip");
        }
    }

    /** As it was sent; an archive counts as it is. */
    long size() {
        return files.stream().mapToLong(File::size).sum();
    }
}
