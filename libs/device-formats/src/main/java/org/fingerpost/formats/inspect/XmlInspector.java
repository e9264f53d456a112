package org.fingerpost.formats.inspect;

import java.util.Optional;
import org.fingerpost.formats.alias.AliasSetting;
import org.fingerpost.formats.inspect.Inspection.Findings;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.markup.Encoding;
import org.fingerpost.formats.markup.Event;
import org.fingerpost.formats.markup.MarkupException;
import org.fingerpost.formats.markup.MarkupReader;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.formats.xml.XmlContent;
import org.fingerpost.formats.xml.XmlPlace;
import org.fingerpost.formats.xml.XmlReader;

/** One document of XML, of either version or none. */
final class XmlInspector implements XmlContent {

    private final byte[] file;
    private final Findings findings;
    private final SettingCount settings;
    private final FileOffsets offsets;
    private FileKind kind = FileKind.XML_OTHER;
    private boolean macSeen;

    private XmlInspector(byte[] file, Findings findings, FileOffsets offsets) {
        this.file = file;
        this.findings = findings;
        this.settings = new SettingCount(findings);
        this.offsets = offsets;
    }

    static FileKind inspect(byte[] file, Findings findings) {
        try {
            var encoding = Encoding.of(file);
            findings.fact("encoding", TextInspector.told(encoding.charset(), encoding.mark()));
            return new XmlInspector(file, findings, new FileOffsets(encoding)).inspect();
        } catch (MarkupException wrongOctets) {
            int mark = file[0] == (byte) 0xef ? 3 : 0;
            findings.error(mark + wrongOctets.offset(), wrongOctets.why());
            return FileKind.XML_OTHER;
        }
    }

    private FileKind inspect() {
        try {
            findings.fact("root element", rootElement());
            XmlReader.readLeniently(file, this);
        } catch (MarkupException broken) {
            findings.error(offsets.inFile(broken.offset()), broken.why());
        }
        if (kind == FileKind.XML_OTHER && !findings.hasError()) {
            findings.error(0, "there is no config element of version 1 or 2");
        }
        if (kind != FileKind.XML_OTHER) {
            settings.tell();
        }
        return kind;
    }

    private String rootElement() {
        var markup = MarkupReader.lenient(file, (offset, why) -> {});
        while (markup.next() != Event.START) {
            // Comments say nothing about the kind.
        }
        return markup.name();
    }

    @Override
    public void mac(Optional<MacAddress> mac, XmlPlace place) {
        int at = offsets.inFile(place.offset());
        if (mac.isEmpty()) {
            findings.error(at, "the mac element holds no MAC address: phones reject the file");
        } else if (macSeen) {
            settings.warn(at, "a second mac element: which of them a phone reads is not known");
        } else {
            findings.fact("MAC address", mac.orElseThrow().toString());
        }
        macSeen = true;
    }

    @Override
    public void config(Optional<String> version, XmlPlace place) {
        FileKind said =
                switch (version.orElse("1")) {
                    case "1" -> FileKind.XML_P_VALUES;
                    case "2" -> FileKind.XML_ALIASES;
                    default -> FileKind.XML_OTHER;
                };
        kind = kind == FileKind.XML_OTHER ? said : kind;
        if (version.isEmpty()) {
            settings.warn(
                    offsets.inFile(place.offset()),
                    "a config element that does not tell its version: read as 1");
        }
    }

    @Override
    public void setting(Setting setting, XmlPlace place) {
        boolean secret = setting.isSecret() && !setting.value().isEmpty();
        settings.add(setting.p(), secret, offsets.inFile(place.offset()));
    }

    @Override
    public void setting(AliasSetting setting, XmlPlace place) {
        boolean secret = setting.alias().isSecret() && !setting.value().isEmpty();
        settings.add(setting.alias(), secret, offsets.inFile(place.offset()));
    }

    @Override
    public void comment(String text, XmlPlace place) {
        if (text.contains("--")) {
            settings.warn(
                    offsets.inFile(place.offset()),
                    "two hyphens inside a comment: XML forbids them, and phones were seen to fail");
        }
    }

    @Override
    public void slip(String why, XmlPlace place) {
        settings.error(offsets.inFile(place.offset()), why);
    }

    @Override
    public void oddity(String why, XmlPlace place) {
        settings.warn(offsets.inFile(place.offset()), why + ": passed over");
    }
}
