package org.fingerpost.firmware.releases;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fingerpost.firmware.catalog.FileName;

/**
 * A release as it is sent to us, its bytes in temporary files.
 *
 * @param family as the sender spells it, known or not
 */
record Upload(String family, Version version, List<File> files) {
    /** More than any release of the maker has; one request's worth. */
    private static final int MOST_FILES = 100;

    Upload {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException(
                    "files: send each file as a part named 'files', with its file name");
        }
        if (files.size() > MOST_FILES) {
            throw new IllegalArgumentException(
                    "files: a release has " + MOST_FILES + " files at the most");
        }
        Set<FileName> names = new HashSet<>();
        for (File file : files) {
            if (!names.add(file.name())) {
                throw new IllegalArgumentException("files: " + file.name() + " was sent twice");
            }
        }
    }

    record File(FileName name, Path bytes, long size) {
        File {
            if (size == 0) {
                throw new IllegalArgumentException("files: " + name + " is empty");
            }
        }
    }

    long size() {
        return files.stream().mapToLong(File::size).sum();
    }
}
