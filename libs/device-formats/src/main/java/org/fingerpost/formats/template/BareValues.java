package org.fingerpost.formats.template;

import java.util.List;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.formats.text.Blanks;

/** Leaves out the blanks around values, which a line of text cannot hold. */
final class BareValues {

    private final Oddities oddities = new Oddities();

    private BareValues() {}

    static TextTemplate of(TextTemplate template) {
        var bare = new BareValues();
        template.oddities().forEach(bare.oddities::add);
        List<TemplateEntry> entries = template.entries().stream().map(bare::entry).toList();
        return new TextTemplate(entries, template.closing(), bare.oddities.all());
    }

    private TemplateEntry entry(TemplateEntry entry) {
        Setting setting = entry.setting();
        String value = Blanks.strip(setting.value());
        if (value.equals(setting.value())) {
            return entry;
        }
        oddities.add(entry.line(), "blanks around the value of " + setting.p() + " are left out");
        return new TemplateEntry(
                entry.line(), entry.description(), new Setting(setting.p(), value));
    }
}
