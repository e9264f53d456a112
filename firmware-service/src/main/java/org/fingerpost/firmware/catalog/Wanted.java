package org.fingerpost.firmware.catalog;

import java.util.Optional;
import org.fingerpost.firmware.names.AskedFile;
import org.fingerpost.firmware.names.Version;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.model.DeviceModel;

/**
 * What is asked for, where, and by whom.
 *
 * @param mac as the phone says it; empty if it says none
 * @param model as the phone says it; empty if it says none that is known
 * @param running the version that the phone says it has
 */
public record Wanted(
        long provider,
        AskedFile file,
        Optional<MacAddress> mac,
        Optional<DeviceModel> model,
        Optional<Version> running) {}
