package org.fingerpost.formats.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fingerpost.formats.alias.AliasSetting;
import org.fingerpost.formats.inspect.FileKind;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.formats.text.Blanks;
import org.fingerpost.formats.text.CommentText;
import org.fingerpost.formats.text.LineReader;
import org.fingerpost.formats.xml.XmlContent;
import org.fingerpost.formats.xml.XmlPlace;

/** Gathers what an XML file of either version holds, with its comments. */
final class XmlTemplateContent implements XmlContent {

    private final List<TemplateEntry> numbered = new ArrayList<>();
    private final List<AliasEntry> named = new ArrayList<>();
    private final Descriptions descriptions = new Descriptions();
    private final Oddities oddities = new Oddities();
    private Optional<MacAddress> mac = Optional.empty();

    /**
     * @param kind what the file says of itself, which counts if there are no settings
     */
    ImportedFile imported(FileKind kind) {
        String closing = descriptions.take();
        if (named.isEmpty() && !(numbered.isEmpty() && kind == FileKind.XML_ALIASES)) {
            var template = new TextTemplate(numbered, closing, oddities.all());
            return new ImportedFile.Numbered(FileKind.XML_P_VALUES, mac, template);
        }
        return new ImportedFile.Named(mac, named, closing, oddities.all());
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
        numbered.add(new TemplateEntry(place.line(), descriptions.take(), setting));
    }

    @Override
    public void setting(AliasSetting setting, XmlPlace place) {
        named.add(new AliasEntry(place.line(), descriptions.take(), setting));
    }

    /** Templates that were made from text keep its signs: {@code <!-- # Account name -->}. */
    @Override
    public void comment(String text, XmlPlace place) {
        text.lines()
                .map(Blanks::strip)
                .map(comment -> comment.startsWith("#") ? CommentText.of(comment) : comment)
                .forEach(descriptions::comment);
    }

    @Override
    public void passedOver(String source, String why, XmlPlace place) {
        source.lines()
                .map(Blanks::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> LineReader.NOT_A_SETTING + line)
                .forEach(descriptions::comment);
        oddity(why + ": kept as a comment", place);
    }

    @Override
    public void oddity(String why, XmlPlace place) {
        oddities.add(place.line(), why);
    }
}
