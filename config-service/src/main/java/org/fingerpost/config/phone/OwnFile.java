package org.fingerpost.config.phone;

import org.fingerpost.config.assembly.Assembled;
import org.fingerpost.door.Answer;
import org.fingerpost.door.Seen;
import org.fingerpost.door.sightings.Outcome;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.seal.ConfigKey;
import org.fingerpost.formats.seal.KeyDigest;
import org.fingerpost.formats.seal.Salt;
import org.fingerpost.formats.seal.Sealing;
import org.fingerpost.formats.xml.ProvisioningXml;

/** The bytes of a device's own file; the same as long as nothing has changed. */
final class OwnFile {
    static final String XML = "text/xml; charset=utf-8";
    private static final String OCTETS = "application/octet-stream";
    private static final int SALT_DIGITS = 16;

    private OwnFile() {}

    static Answer.Bytes of(Seen seen, MacAddress mac, Assembled.OfDevice device, boolean xml) {
        Seen served = seen.withOutcome(Outcome.SERVED);
        if (!xml) {
            byte[] binary = CfgBinary.encode(mac, device.settings());
            return answer(served, OCTETS, binary, device);
        }
        byte[] plain = ProvisioningXml.write(mac, device.settings());
        return device.configKey()
                .map(key -> answer(served, OCTETS, sealed(plain, key, device), device))
                .orElseGet(() -> answer(served, XML, plain, device));
    }

    private static Answer.Bytes answer(
            Seen seen, String type, byte[] body, Assembled.OfDevice device) {
        return new Answer.Bytes(seen, type, body, device.key().entityTag(body));
    }

    /**
     * The salt is drawn from the file with the provider's key, not at random: a phone may restart
     * when its file differs, and 304 needs equal bytes.
     */
    private static byte[] sealed(byte[] plain, ConfigKey key, Assembled.OfDevice device) {
        KeyDigest digest =
                device.model().family().sealDigest().flatMap(KeyDigest::find).orElse(KeyDigest.MD5);
        String drawn = device.key().entityTag(plain).substring(0, SALT_DIGITS);
        return Sealing.seal(plain, key, digest, Salt.parse(drawn));
    }
}
