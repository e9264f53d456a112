package org.fingerpost.firmware.releases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A release as the state topic tells it; what is empty is left out. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ReleaseState(
        long id,
        long provider,
        String family,
        String version,
        String state,
        String publishedAt,
        String minimumVersion,
        String prefix,
        String postfix,
        String folder,
        List<FileState> files) {
    static final String TYPE = "org.fingerpost.firmware.release.v1";

    record FileState(String name, String digest, long size) {}

    static ReleaseState of(ReleaseRow row) {
        boolean published = row.state() == FirmwareRelease.State.PUBLISHED;
        return new ReleaseState(
                row.id,
                row.providerId,
                row.family,
                row.version,
                row.state,
                published ? row.publishedAt.toString() : "",
                row.minimumVersion,
                row.prefix,
                row.postfix,
                row.folder,
                row.files.stream().map(f -> new FileState(f.name, f.digest, f.size)).toList());
    }

    static String key(ReleaseRow row) {
        return "release/" + row.id;
    }
}
