package org.fingerpost.formats.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fingerpost.formats.alias.AliasSetting;
import org.fingerpost.formats.alias.AliasSettings;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;

/** Gathers a file. */
final class XmlFileContent implements XmlContent {

    /** More tells nobody more; a hostile file could have a million. */
    private static final int MOST_ODDITIES = 1_000;

    /** What one takes in a file, roughly. */
    private static final int OCTETS_OF_A_SETTING = 32;

    private final PValues.Builder numbered;
    private final List<AliasSetting> named = new ArrayList<>();
    private final List<String> oddities = new ArrayList<>();
    private Optional<MacAddress> mac = Optional.empty();

    private XmlFileContent(PValues.Builder numbered) {
        this.numbered = numbered;
    }

    static XmlFile of(byte[] file) {
        var content = new XmlFileContent(PValues.builder(file.length / OCTETS_OF_A_SETTING));
        XmlReader.read(file, content);
        if (content.named.isEmpty()) {
            return new XmlFile.Numbered(content.mac, content.numbered.build(), content.oddities);
        }
        return new XmlFile.Named(content.mac, AliasSettings.of(content.named), content.oddities);
    }

    @Override
    public void mac(Optional<MacAddress> found, XmlPlace place) {
        mac = found.or(() -> mac);
        if (found.isEmpty()) {
            oddity("the mac element holds no MAC address", place);
        }
    }

    @Override
    public void config(Optional<String> version, XmlPlace place) {
        // The settings tell of which version they are.
    }

    @Override
    public void setting(Setting setting, XmlPlace place) {
        numbered.put(setting);
    }

    @Override
    public void setting(AliasSetting setting, XmlPlace place) {
        named.add(setting);
    }

    @Override
    public void comment(String text, XmlPlace place) {
        // A file for a phone is what it sets; TextTemplate keeps what it says to people.
    }

    @Override
    public void oddity(String why, XmlPlace place) {
        if (oddities.size() == MOST_ODDITIES) {
            oddities.add("and more that is passed over");
        }
        if (oddities.size() > MOST_ODDITIES) {
            return;
        }
        oddities.add("line " + place.line() + ": " + why);
    }
}
