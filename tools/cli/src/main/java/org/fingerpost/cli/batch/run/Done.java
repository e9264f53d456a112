package org.fingerpost.cli.batch.run;

import java.util.List;
import org.fingerpost.cli.batch.list.ListedDevice;
import org.fingerpost.cli.batch.out.StoredFile;
import org.fingerpost.formats.mac.MacAddress;

/** What became of a listed device. */
sealed interface Done {

    /** Its files lie in the folder, just written. */
    record Made(MacAddress mac, String model, List<StoredFile> files) implements Done {}

    /** They lay there already, the same. */
    record Skipped(MacAddress mac, String model, List<StoredFile> files) implements Done {}

    record Refused(ListedDevice device, String reason) implements Done {}
}
