package org.fingerpost.firmware.releases;

import java.util.List;

/** What can come of uploading a release. */
sealed interface Submission {
    record Drafted(FirmwareRelease release, long commit) implements Submission {}

    /** Nobody knows a family or model of that name; these names are near. */
    record UnknownFamily(List<String> near) implements Submission {}

    /** The provider has a release of this family in this version. */
    record VersionTaken(FirmwareRelease existing) implements Submission {}
}
