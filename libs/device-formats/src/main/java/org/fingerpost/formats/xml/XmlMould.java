package org.fingerpost.formats.xml;

import static org.fingerpost.formats.xml.XmlBytes.ascii;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.Setting;

/**
 * The lines that many phones' files have in common, written once. A phone's file is made by copying
 * them and writing only what differs; its bytes are those that {@link ProvisioningXml} makes of the
 * same settings.
 */
public final class XmlMould {
    private final byte[] lines;

    /** Where each line starts, and behind the last where they end. */
    private final int[] starts;

    private XmlMould(byte[] lines, int[] starts) {
        this.lines = lines;
        this.starts = starts;
    }

    public static XmlMould of(List<Setting> settings) {
        XmlBytes xml = new XmlBytes(48 * settings.size());
        int[] starts = new int[settings.size() + 1];
        for (int place = 0; place < settings.size(); place++) {
            xml.line(settings.get(place));
            starts[place + 1] = xml.length();
        }
        return new XmlMould(xml.finished(), starts);
    }

    /**
     * The file for one phone.
     *
     * @param instead what stands in the place of a line, by its place from 0
     * @param more what follows the last line
     */
    public byte[] write(MacAddress mac, SortedMap<Integer, Setting> instead, List<Setting> more) {
        XmlBytes xml = new XmlBytes(512 + lines.length + 64 * (instead.size() + more.size()));
        xml.plain(ProvisioningXml.HEAD);
        xml.plain(ascii(ProvisioningXml.element(mac)));
        xml.plain(ProvisioningXml.CONFIG);
        int next = 0;
        for (Map.Entry<Integer, Setting> other : instead.entrySet()) {
            int place = other.getKey();
            xml.plain(lines, starts[next], starts[place]);
            xml.line(other.getValue());
            next = place + 1;
        }
        xml.plain(lines, starts[next], lines.length);
        more.forEach(xml::line);
        xml.plain(ProvisioningXml.TAIL);
        return xml.finished();
    }
}
