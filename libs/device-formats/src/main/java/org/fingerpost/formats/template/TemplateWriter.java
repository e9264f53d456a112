package org.fingerpost.formats.template;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.formats.text.Blanks;
import org.fingerpost.formats.text.CommentText;
import org.fingerpost.formats.text.LineReader;

/** Writes one template; grammar in {@link TextTemplate}. */
final class TemplateWriter {

    private final TextTemplate template;
    private final StringBuilder out = new StringBuilder();

    TemplateWriter(TextTemplate template) {
        this.template = template;
    }

    byte[] write() {
        obstacles()
                .findFirst()
                .ifPresent(obstacle -> {
                    throw obstacle;
                });
        for (TemplateEntry entry : template) {
            comment(entry.description());
            out.append(entry.setting().p())
                    .append('=')
                    .append(entry.setting().value())
                    .append('\n');
        }
        comment(template.closing());
        byte[] file = out.toString().getBytes(StandardCharsets.UTF_8);
        if (file.length > LineReader.MAX_BYTES) {
            throw new TemplateException(
                    0, "more than the " + LineReader.MAX_BYTES + " bytes that are read of a text");
        }
        return file;
    }

    Stream<TemplateException> obstacles() {
        return Stream.of(
                        tooMany(),
                        template.entries().stream().flatMap(TemplateWriter::obstacle),
                        tooLong(0, "the closing comment", template.closing()))
                .flatMap(some -> some);
    }

    private void comment(String text) {
        if (text.isEmpty()) {
            return;
        }
        if (!out.isEmpty()) {
            out.append('\n');
        }
        text.lines().map(CommentText::line).forEach(line -> out.append(line).append('\n'));
    }

    private Stream<TemplateException> tooMany() {
        return template.entries().size() > LineReader.MAX_SETTINGS
                ? Stream.of(
                        new TemplateException(
                                0,
                                "more than the "
                                        + LineReader.MAX_SETTINGS
                                        + " settings that are read of a text"))
                : Stream.empty();
    }

    private static Stream<TemplateException> obstacle(TemplateEntry entry) {
        String p = entry.setting().p().toString();
        Stream<TemplateException> value =
                why(entry.setting())
                        .map(why ->
                                new TemplateException(
                                        entry.line(),
                                        "the value of %s cannot stand in a line of text: %s"
                                                .formatted(p, why)))
                        .stream();
        return Stream.concat(
                value, tooLong(entry.line(), "the description of " + p, entry.description()));
    }

    private static Optional<String> why(Setting setting) {
        String value = setting.value();
        if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
            return Optional.of("it holds a line break");
        }
        if (!Blanks.strip(value).equals(value)) {
            return Optional.of("it begins or ends with a blank, which is style there");
        }
        int line = setting.p().toString().length() + 1 + value.length();
        return line > LineReader.MAX_LINE
                ? Optional.of("it is longer than the " + LineReader.MAX_LINE + " that are read")
                : Optional.empty();
    }

    private static Stream<TemplateException> tooLong(int line, String of, String text) {
        return text.lines()
                .filter(comment -> CommentText.line(comment).length() > LineReader.MAX_LINE)
                .limit(1)
                .map(_ ->
                        new TemplateException(
                                line,
                                "%s has a line of more than the %d characters that are read"
                                        .formatted(of, LineReader.MAX_LINE)));
    }
}
