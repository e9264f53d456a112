package org.fingerpost.firmware.releases.intake;

import java.util.List;
import org.fingerpost.firmware.releases.FirmwareRelease;

/** What can come of sending a release. */
sealed interface Submission {
    record Drafted(FirmwareRelease release, long commit) implements Submission {}

    /** Nobody knows a family or model of that name; these names are near. */
    record UnknownFamily(List<String> near) implements Submission {}

    /** The sender has a release of this family in this version. */
    record VersionTaken(FirmwareRelease existing) implements Submission {}

    /** A file says of itself that it is for other phones, or of another version. */
    record Contradicted(String why) implements Submission {}
}
