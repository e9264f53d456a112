package org.fingerpost.formats.inspect;

import org.fingerpost.formats.inspect.Inspection.Findings;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.formats.text.LineContent;
import org.fingerpost.formats.text.LineReader;
import org.fingerpost.formats.text.Place;
import org.fingerpost.formats.text.TextException;

/** The lines of a text template; offsets are those at which lines begin. */
final class TemplateInspector implements LineContent {

    private final Findings findings;
    private final SettingCount settings;

    TemplateInspector(Findings findings) {
        this.findings = findings;
        this.settings = new SettingCount(findings);
    }

    FileKind inspect(byte[] file) {
        try {
            LineReader.read(file, this);
        } catch (TextException refused) {
            findings.error(
                    refused.place().offset(),
                    "line %d: %s".formatted(refused.place().line(), refused.why()));
        }
        settings.tell();
        findings.fact("note", "for people and tools: a phone takes it by its web page only");
        return FileKind.TEXT_TEMPLATE;
    }

    @Override
    public void setting(Setting setting, Place place) {
        boolean secret = setting.isSecret() && !setting.value().isEmpty();
        settings.add(setting.p(), secret, place.offset());
    }

    @Override
    public void comment(String text, Place place) {
        // For people.
    }

    @Override
    public void blank() {
        // Nothing is wrong with it.
    }

    @Override
    public void oddity(String why, Place place) {
        settings.warn(place.offset(), "line %d: %s".formatted(place.line(), why));
    }
}
