package org.fingerpost.formats.template;

import java.util.ArrayList;
import java.util.List;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.formats.text.LineContent;
import org.fingerpost.formats.text.LineReader;
import org.fingerpost.formats.text.Place;
import org.fingerpost.formats.text.TextException;

/** Gathers a template. */
final class TemplateContent implements LineContent {

    private final List<TemplateEntry> entries = new ArrayList<>();
    private final Descriptions descriptions = new Descriptions();
    private final Oddities oddities = new Oddities();

    static TextTemplate of(byte[] file) {
        var content = new TemplateContent();
        try {
            LineReader.read(file, content);
        } catch (TextException noText) {
            throw new TemplateException(noText.place().line(), noText.why(), noText);
        }
        return new TextTemplate(
                content.entries, content.descriptions.take(), content.oddities.all());
    }

    @Override
    public void setting(Setting setting, Place place) {
        entries.add(new TemplateEntry(place.line(), descriptions.take(), setting));
    }

    @Override
    public void comment(String text, Place place) {
        descriptions.comment(text);
    }

    @Override
    public void blank() {
        descriptions.blank();
    }

    @Override
    public void oddity(String why, Place place) {
        oddities.add(place.line(), why);
    }
}
