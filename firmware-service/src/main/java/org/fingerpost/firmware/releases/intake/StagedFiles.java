package org.fingerpost.firmware.releases.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fingerpost.firmware.archives.ZipArchive;
import org.fingerpost.firmware.blobs.BlobStore;
import org.fingerpost.firmware.images.Images;
import org.fingerpost.firmware.images.KnownImage;
import org.fingerpost.firmware.names.FamilyName;
import org.fingerpost.firmware.names.FileName;
import org.fingerpost.firmware.names.Version;
import org.fingerpost.firmware.releases.FirmwareRelease;

/** The files of a release that is coming in, archives unpacked; closing drops what was not kept. */
final class StagedFiles implements AutoCloseable {
    /** More than any release of the maker has; one request's worth. */
    static final int MOST = 100;

    private final BlobStore blobs;
    private final long mostBytes;
    private final List<Staged> files = new ArrayList<>();
    private final Set<FileName> names = new HashSet<>();

    StagedFiles(BlobStore blobs, long mostBytes) {
        this.blobs = blobs;
        this.mostBytes = mostBytes;
    }

    /** A file whose bytes wait to become a blob. */
    record Staged(FileName name, BlobStore.Staged bytes) {
        FirmwareRelease.File toFile() {
            return new FirmwareRelease.File(name, bytes.digest(), bytes.size());
        }
    }

    void take(NewRelease.File file) throws IOException {
        if (!file.isArchive()) {
            add(new Staged(file.name(), blobs.stage(file.bytes())));
            return;
        }
        new ZipArchive(file.bytes(), MOST, mostBytes)
                .forEach((name, bytes) -> {
                    FileName inside = new FileName(name);
                    add(new Staged(inside, blobs.stage(bytes)));
                });
    }

    /** A sentence about the first file that cannot be of that family and version. */
    Optional<String> contradiction(FamilyName family, Version version) {
        return files.stream()
                .flatMap(file -> contradiction(file, family, version).stream())
                .findFirst();
    }

    /** Makes blobs of them, which nobody holds yet. */
    List<FirmwareRelease.File> keep() {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("files: there is none in the archive");
        }
        files.forEach(file -> blobs.keep(file.bytes()));
        return files.stream().map(Staged::toFile).toList();
    }

    @Override
    public void close() {
        files.forEach(file -> file.bytes().close());
    }

    private void add(Staged file) {
        files.add(file);
        if (file.bytes().size() == 0) {
            throw new IllegalArgumentException("files: " + file.name() + " is empty");
        }
        if (file.name().text().toLowerCase(Locale.ROOT).startsWith("cfg")) {
            throw new IllegalArgumentException(
                    "files: " + file.name() + " is the name of a config file");
        }
        if (!names.add(file.name())) {
            throw new IllegalArgumentException("files: " + file.name() + " was sent twice");
        }
        if (files.size() > MOST) {
            throw new IllegalArgumentException("files: a release has " + MOST + " at the most");
        }
        if (files.stream().mapToLong(each -> each.bytes().size()).sum() > mostBytes) {
            throw UploadLimit.tooLarge(mostBytes);
        }
    }

    private static Optional<String> contradiction(Staged file, FamilyName family, Version version) {
        if (!family.mayHave(file.name().text())) {
            return Optional.of(file.name() + " is a file of other phones than " + family);
        }
        return Images.recognise(file.bytes().file())
                .flatMap(image -> contradiction(image, family, version))
                .map(why -> file.name() + why);
    }

    private static Optional<String> contradiction(
            KnownImage image, FamilyName family, Version version) {
        String is = " is a " + image.format() + " that holds ";
        for (String member : image.members()) {
            if (!family.mayHave(member)) {
                return Optional.of(is + member + ", which is not for " + family);
            }
        }
        boolean another =
                !image.versions().isEmpty()
                        && image.versions().stream().noneMatch(version::isSameAs);
        return another
                ? Optional.of(is + "the versions " + image.versions() + ", not " + version)
                : Optional.empty();
    }
}
