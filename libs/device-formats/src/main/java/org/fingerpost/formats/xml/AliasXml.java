package org.fingerpost.formats.xml;

import static org.fingerpost.formats.xml.XmlBytes.ascii;

import org.fingerpost.formats.alias.Alias;
import org.fingerpost.formats.alias.AliasSetting;
import org.fingerpost.formats.alias.AliasSettings;
import org.fingerpost.formats.mac.MacAddress;

/**
 * The config files {@code cfg{mac}.xml} and {@code cfg.xml}, version 2: values under aliases.
 *
 * <pre>
 * file = declaration LF
 *        &lt;gs_provision version="1"> LF
 *        [ &lt;mac> 12hexdigit &lt;/mac> LF ]
 *        &lt;config version="2"> LF
 *        *( item LF )
 *        &lt;/config> LF
 *        &lt;/gs_provision> LF
 * item = &lt;item name=" alias "> text &lt;/item>
 *      / &lt;item name=" words "> LF 1*( &lt;part name=" word "> text &lt;/part> LF ) &lt;/item>
 * </pre>
 *
 * <p>Text, stability and comments as in {@link ProvisioningXml}. Only newer families read it.
 */
public final class AliasXml {

    private static final byte[] CONFIG = ascii("<config version=\"2\">\n");
    private static final byte[] ITEM = ascii("<item name=\"");
    private static final byte[] ITEM_END = ascii("</item>\n");
    private static final byte[] PART = ascii("<part name=\"");
    private static final byte[] PART_END = ascii("</part>\n");
    private static final byte[] NAMED = ascii("\">");
    private static final byte[] LINE_END = ascii("\n");

    private AliasXml() {}

    /** The file for one phone, which rejects it if the MAC address is not its own. */
    public static byte[] write(MacAddress mac, AliasSettings settings, AliasLayout layout) {
        return write(ProvisioningXml.element(mac), settings, layout);
    }

    /** The file for any phone: it names no MAC address. */
    public static byte[] write(AliasSettings settings, AliasLayout layout) {
        return write("", settings, layout);
    }

    private static byte[] write(String mac, AliasSettings settings, AliasLayout layout) {
        var xml = new XmlBytes(256 + 80 * settings.size());
        xml.plain(ProvisioningXml.HEAD);
        xml.plain(ascii(mac));
        xml.plain(CONFIG);
        switch (layout) {
            case ITEMS -> settings.forEach(setting -> item(setting, xml));
            case PARTS -> parts(settings, xml);
        }
        xml.plain(ProvisioningXml.TAIL);
        return xml.finished();
    }

    private static void item(AliasSetting setting, XmlBytes xml) {
        opened(ITEM, setting.alias().name(), xml);
        xml.text(setting.value());
        xml.plain(ITEM_END);
    }

    private static void parts(AliasSettings settings, XmlBytes xml) {
        String open = "";
        for (AliasSetting setting : settings) {
            Alias alias = setting.alias();
            if (!open.isEmpty() && !open.equals(alias.item())) {
                xml.plain(ITEM_END);
            }
            if (alias.item().isEmpty()) {
                item(setting, xml);
            } else {
                if (!open.equals(alias.item())) {
                    opened(ITEM, alias.item(), xml);
                    xml.plain(LINE_END);
                }
                opened(PART, alias.lastWord(), xml);
                xml.text(setting.value());
                xml.plain(PART_END);
            }
            open = alias.item();
        }
        if (!open.isEmpty()) {
            xml.plain(ITEM_END);
        }
    }

    private static void opened(byte[] element, String name, XmlBytes xml) {
        xml.plain(element);
        xml.plain(ascii(name));
        xml.plain(NAMED);
    }
}
