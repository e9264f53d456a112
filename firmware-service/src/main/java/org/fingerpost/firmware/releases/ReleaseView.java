package org.fingerpost.firmware.releases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.fingerpost.firmware.names.Version;

/** A release in JSON; the operator's have the provider 0, and what is empty is left out. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ReleaseView(
        long id,
        long providerId,
        String family,
        String version,
        String state,
        String notes,
        String minimumVersion,
        String prefix,
        String postfix,
        String folder,
        List<FileView> files) {
    public record FileView(String name, long size, String digest) {
        static FileView of(FirmwareRelease.File file) {
            return new FileView(file.name().text(), file.size(), file.digest().hex());
        }
    }

    public static ReleaseView of(FirmwareRelease release) {
        return new ReleaseView(
                release.id(),
                release.provider(),
                release.family().text(),
                release.version().text(),
                release.state().word(),
                release.notes(),
                release.minimum().map(Version::text).orElse(""),
                release.naming().prefix(),
                release.naming().postfix(),
                release.naming().folder(),
                release.files().stream().map(FileView::of).toList());
    }
}
