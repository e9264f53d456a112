package org.fingerpost.config.assembly;

import java.util.Optional;
import org.fingerpost.config.secrets.TokenKey;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.seal.ConfigKey;
import org.fingerpost.formats.seal.KeyDigest;
import org.fingerpost.formats.seal.Salt;
import org.fingerpost.formats.seal.Sealing;

/**
 * The bytes of a device's own file; the same as long as nothing has changed.
 *
 * @param bytes not to be changed
 */
public record DeviceFile(String contentType, byte[] bytes, boolean sealed) {
    public static final String XML = "text/xml; charset=utf-8";
    private static final String OCTETS = "application/octet-stream";
    private static final int SALT_DIGITS = 16;

    public static DeviceFile binary(MacAddress mac, PValues settings) {
        return new DeviceFile(OCTETS, CfgBinary.encode(mac, settings), false);
    }

    /**
     * @param plain the file before it is sealed
     * @param password under which it is sealed
     */
    public static DeviceFile xml(
            byte[] plain, DeviceModel model, Optional<ConfigKey> password, TokenKey key) {
        return password.map(
                        secret -> new DeviceFile(OCTETS, sealed(plain, model, secret, key), true))
                .orElseGet(() -> new DeviceFile(XML, plain, false));
    }

    /**
     * The salt is drawn from the file with the provider's key, not at random: a phone may restart
     * when its file differs, and 304 needs equal bytes.
     */
    private static byte[] sealed(
            byte[] plain, DeviceModel model, ConfigKey password, TokenKey key) {
        KeyDigest digest =
                model.family().sealDigest().flatMap(KeyDigest::find).orElse(KeyDigest.MD5);
        String drawn = key.entityTag(plain).substring(0, SALT_DIGITS);
        return Sealing.seal(plain, password, digest, Salt.parse(drawn));
    }

    /** Without the bytes, which may hold secrets. */
    @Override
    public String toString() {
        return "DeviceFile[" + contentType + ", " + bytes.length + " bytes]";
    }
}
