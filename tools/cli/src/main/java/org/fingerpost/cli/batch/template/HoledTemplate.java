package org.fingerpost.cli.batch.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.formats.catalogue.NumberedSetting;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.formats.template.TemplateEntry;
import org.fingerpost.formats.template.TextTemplate;

/** What every device is told, with holes where they differ. */
public final class HoledTemplate {

    private final List<Entry> entries;

    /** A P-value, what it is set to, and on which line. */
    record Entry(int line, PValue p, HoledText text) {}

    private HoledTemplate(Collection<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * @param warn is told what was read otherwise than it stands, and of a P-value that stands
     *     twice, of which the later counts
     * @throws Complaint with the line, if a hole is none
     */
    public static HoledTemplate of(TextTemplate template, Consumer<String> warn) {
        template.oddities().forEach(oddity -> warn.accept("template " + oddity));
        Map<PValue, Entry> entries = new LinkedHashMap<>();
        for (TemplateEntry line : template.entries()) {
            Entry entry = entry(line);
            if (entries.put(entry.p(), entry) != null) {
                warn.accept(
                        "template line %d: %s stands there again; the later one counts"
                                .formatted(line.line(), entry.p()));
            }
        }
        return new HoledTemplate(entries.values());
    }

    public static HoledTemplate none() {
        return new HoledTemplate(List.of());
    }

    private static Entry entry(TemplateEntry line) {
        try {
            Setting setting = line.setting();
            return new Entry(line.line(), setting.p(), HoledText.parse(setting.value()));
        } catch (IllegalArgumentException wrong) {
            throw new Complaint("template line " + line.line() + ": " + wrong.getMessage(), wrong);
        }
    }

    List<Entry> entries() {
        return entries;
    }

    /** The names of the holes, and the line where each stands first. */
    SequencedMap<String, Integer> holes() {
        SequencedMap<String, Integer> holes = new LinkedHashMap<>();
        entries.forEach(entry ->
                entry.text().holes().forEach(name -> holes.putIfAbsent(name, entry.line())));
        return holes;
    }

    /** The settings that are the same for each device, by which the template can be judged. */
    public List<NumberedSetting> fixed() {
        List<NumberedSetting> fixed = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.text().isFixed()) {
                fixed.add(
                        new NumberedSetting(
                                entry.line(), new Setting(entry.p(), entry.text().fixed())));
            }
        }
        return fixed;
    }
}
