package org.fingerpost.cli.batch.make;

import java.util.List;
import org.fingerpost.cli.batch.list.ListedDevice;
import org.fingerpost.formats.mac.MacAddress;

/** What can come of a listed device. */
public sealed interface Outcome {

    /**
     * @param model as the list has it; empty if it names none
     */
    record Made(MacAddress mac, String model, List<DeviceFile> files) implements Outcome {}

    /**
     * @param reason a sentence that quotes no value
     */
    record Refused(ListedDevice device, String reason) implements Outcome {}

    /** A file's name and all its bytes. */
    record DeviceFile(String name, byte[] bytes) {}
}
