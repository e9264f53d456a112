package org.fingerpost.config.why;

import java.util.List;
import org.fingerpost.config.assembly.DeviceFile;
import org.fingerpost.config.assembly.proofs.AdmissionMode;
import org.fingerpost.config.devices.history.DeviceThen;
import org.fingerpost.config.layers.Told;

/**
 * What a device is told and by whom.
 *
 * @param secretsByTftp whether the provider lets its file go that way with what is secret in it
 * @param values in the order of the file
 * @param file as a phone would have it
 * @param masked the same settings as text, secrets hidden; not sealed
 */
record Explanation(
        DeviceThen device,
        AdmissionMode admission,
        boolean secretsByTftp,
        List<Told> values,
        DeviceFile file,
        byte[] masked) {}
