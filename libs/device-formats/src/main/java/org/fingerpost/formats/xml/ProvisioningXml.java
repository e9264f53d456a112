package org.fingerpost.formats.xml;

import static org.fingerpost.formats.xml.XmlBytes.ascii;

import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;

/**
 * The config files {@code cfg{mac}.xml} and {@code cfg.xml}, version 1: values under P-values.
 *
 * <pre>
 * file   = declaration LF
 *          &lt;gs_provision version="1"> LF
 *          [ &lt;mac> 12hexdigit &lt;/mac> LF ]
 *          &lt;config version="1"> LF
 *          *( "&lt;" pvalue ">" text "&lt;/" pvalue ">" LF )
 *          &lt;/config> LF
 *          &lt;/gs_provision> LF
 * </pre>
 *
 * <p>UTF-8; no comments, since a phone was seen to stumble over one; the five entities of XML in
 * the text, and {@code &#13;} for a carriage return, which a reader would otherwise turn into a
 * line feed. The same settings in the same order always make the same bytes: a phone may restart
 * when they change. Sources: {@code docs/formats/provisioning-xml.md}.
 */
public final class ProvisioningXml {

    static final byte[] HEAD =
            ascii("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gs_provision version=\"1\">\n");
    static final byte[] CONFIG = ascii("<config version=\"1\">\n");
    static final byte[] TAIL = ascii("</config>\n</gs_provision>\n");

    private ProvisioningXml() {}

    /** The file for one phone, which rejects it if the MAC address is not its own. */
    public static byte[] write(MacAddress mac, PValues settings) {
        return write(element(mac), settings);
    }

    /** The file for any phone: it names no MAC address. */
    public static byte[] write(PValues settings) {
        return write("", settings);
    }

    static String element(MacAddress mac) {
        return "<mac>" + mac + "</mac>\n";
    }

    private static byte[] write(String mac, PValues settings) {
        var xml = new XmlBytes(256 + 48 * settings.size());
        xml.plain(HEAD);
        xml.plain(ascii(mac));
        xml.plain(CONFIG);
        settings.forEach(xml::line);
        xml.plain(TAIL);
        return xml.finished();
    }
}
