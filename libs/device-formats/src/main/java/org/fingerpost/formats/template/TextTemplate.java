package org.fingerpost.formats.template;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.fingerpost.formats.catalogue.NumberedSetting;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;

/**
 * Settings in the order of their lines, each with the comment above it. What we write:
 *
 * <pre>
 * template = *( [ [ LF ] 1*comment ] pvalue "=" value LF ) [ [ LF ] 1*comment ]
 * comment  = "#" [ " " text ] LF / "##" text LF
 * </pre>
 *
 * <p>UTF-8, a blank line before each comment but at the top. What is read: see {@link
 * org.fingerpost.formats.text.LineReader}.
 *
 * @param entries a P-value may stand in several; the later counts
 * @param closing the comment after the last setting
 * @param oddities what was read otherwise than it stood, or kept as a comment, with its line, in
 *     sentences without values
 */
public record TextTemplate(List<TemplateEntry> entries, String closing, List<String> oddities)
        implements Iterable<TemplateEntry> {

    public TextTemplate {
        entries = List.copyOf(entries);
        closing = Descriptions.checked(closing);
        oddities = List.copyOf(oddities);
    }

    /** Settings without comments, a line each. */
    public static TextTemplate of(PValues settings) {
        List<Setting> all = settings.stream().toList();
        return new TextTemplate(
                IntStream.range(0, all.size())
                        .mapToObj(i -> new TemplateEntry(i + 1, "", all.get(i)))
                        .toList(),
                "",
                List.of());
    }

    /**
     * The template in the bytes of a text. Nothing is lost: a line that is neither comment nor
     * setting becomes a comment, and an oddity.
     *
     * @throws TemplateException if the bytes are no text, or more than is read
     */
    public static TextTemplate read(byte[] file) {
        return TemplateContent.of(file);
    }

    /** What a phone would be told: of two settings of one P-value the later. */
    public PValues settings() {
        var settings = PValues.builder();
        entries.forEach(entry -> settings.put(entry.setting()));
        return settings.build();
    }

    /** For the catalogue's check, which names lines. */
    public List<NumberedSetting> numbered() {
        return entries.stream()
                .map(entry -> new NumberedSetting(entry.line(), entry.setting()))
                .toList();
    }

    /**
     * The same without the blanks around its values, which XML and binaries can hold and a text
     * cannot; told as oddities.
     */
    public TextTemplate withBareValues() {
        return BareValues.of(this);
    }

    /**
     * The file, from which {@link #read} gets the same settings and descriptions.
     *
     * @throws TemplateException for the first of the {@link #obstacles}
     */
    public byte[] write() {
        return new TemplateWriter(this).write();
    }

    /**
     * Why there can be no such file, in sentences without values: a line of text holds no line
     * break, and blanks around a value are style. Nothing if it can be written.
     */
    public List<String> obstacles() {
        return new TemplateWriter(this).obstacles().map(TemplateException::getMessage).toList();
    }

    @Override
    public Iterator<TemplateEntry> iterator() {
        return entries.iterator();
    }

    /** Without comments, which may hold secrets that were commented out. */
    @Override
    public String toString() {
        return entries.toString();
    }
}
