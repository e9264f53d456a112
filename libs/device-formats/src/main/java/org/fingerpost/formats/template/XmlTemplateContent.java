package org.fingerpost.formats.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.fingerpost.formats.alias.AliasSetting;
import org.fingerpost.formats.inspect.FileKind;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.markup.MarkupException;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.formats.text.Blanks;
import org.fingerpost.formats.text.CommentText;
import org.fingerpost.formats.xml.XmlContent;

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
    public void mac(MacAddress found) {
        mac = Optional.of(found);
    }

    @Override
    public void setting(Setting setting, IntSupplier line) {
        numbered.add(new TemplateEntry(line.getAsInt(), descriptions.take(), setting));
        refuseBoth(line);
    }

    @Override
    public void setting(AliasSetting setting, IntSupplier line) {
        named.add(new AliasEntry(line.getAsInt(), descriptions.take(), setting));
        refuseBoth(line);
    }

    /** Templates that were made from text keep its signs: {@code <!-- # Account name -->}. */
    @Override
    public void comment(String text, IntSupplier line) {
        text.lines()
                .map(Blanks::strip)
                .map(comment -> comment.startsWith("#") ? CommentText.of(comment) : comment)
                .forEach(descriptions::comment);
    }

    @Override
    public void oddity(String why, IntSupplier line) {
        oddities.add(line.getAsInt(), why);
    }

    private void refuseBoth(IntSupplier line) {
        if (!numbered.isEmpty() && !named.isEmpty()) {
            throw new MarkupException(
                    0, line.getAsInt(), "settings of version 1 and of version 2 in one file");
        }
    }
}
