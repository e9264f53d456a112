package org.fingerpost.cli.batch.make;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.fingerpost.cli.batch.template.Columns;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.seal.ConfigKey;
import org.fingerpost.formats.seal.KeyDigest;
import org.fingerpost.formats.seal.Salt;
import org.fingerpost.formats.seal.Sealing;

/** Seals the XML under each device's own password. */
final class Sealer {

    private static final PValue XML_PASSWORD = new PValue(1359);
    private static final String HMAC = "HmacSHA256";
    private static final int SALT = 8;

    private final Form.Seal seal;
    private final Columns columns;

    Sealer(Form.Seal seal, Columns columns) {
        this.seal = seal;
        this.columns = columns;
    }

    /**
     * @throws IllegalArgumentException if the device has no password, or one that no phone takes
     */
    byte[] seal(byte[] xml, PValues settings, List<String> cells) {
        return switch (seal) {
            case Form.Seal.None() -> xml;
            case Form.Seal.FromSetting() ->
                    seal(
                            xml,
                            settings.get(XML_PASSWORD)
                                    .orElseThrow(() ->
                                            new IllegalArgumentException(
                                                    "it has no P1359, under which it would be"
                                                            + " sealed")));
            case Form.Seal.FromColumn(var name) -> seal(xml, cells.get(column(name)));
        };
    }

    private int column(String name) {
        return columns.find(name)
                .orElseThrow(() -> new IllegalStateException("no column of the password"));
    }

    private static byte[] seal(byte[] xml, String password) {
        var key = ConfigKey.of(password);
        return Sealing.seal(xml, key, KeyDigest.MD5, salt(xml, password));
    }

    /**
     * Made from password and text, so that the same device makes the same bytes and two texts under
     * one password do not begin alike.
     */
    private static Salt salt(byte[] xml, String password) {
        try {
            var hmac = Mac.getInstance(HMAC);
            hmac.init(new SecretKeySpec(password.getBytes(StandardCharsets.US_ASCII), HMAC));
            return Salt.parse(HexFormat.of().formatHex(hmac.doFinal(xml), 0, SALT));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this JDK has no " + HMAC, impossible);
        }
    }
}
