package org.fingerpost.config.phone;

import org.fingerpost.config.assembly.Assembled;
import org.fingerpost.config.assembly.DeviceFile;
import org.fingerpost.door.Answer;
import org.fingerpost.door.Seen;
import org.fingerpost.door.sightings.Outcome;
import org.fingerpost.formats.mac.MacAddress;

/** A device's own file as an answer. */
final class OwnFile {
    private OwnFile() {}

    static Answer.Bytes of(Seen seen, MacAddress mac, Assembled.OfDevice device, boolean xml) {
        DeviceFile file =
                xml
                        ? DeviceFile.xml(
                                device.told().xml(mac),
                                device.model(),
                                device.configKey(),
                                device.key())
                        : DeviceFile.binary(mac, device.told().settings());
        return new Answer.Bytes(
                seen.withOutcome(Outcome.SERVED),
                file.contentType(),
                file.bytes(),
                device.key().entityTag(file.bytes()));
    }
}
