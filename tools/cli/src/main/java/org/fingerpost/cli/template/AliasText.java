package org.fingerpost.cli.template;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fingerpost.cli.lines.SettingLine;
import org.fingerpost.cli.lines.SettingLines;
import org.fingerpost.formats.template.AliasEntry;
import org.fingerpost.formats.template.ImportedFile;

/** Settings by alias as lines, with their comments. */
final class AliasText {

    private AliasText() {}

    static byte[] of(ImportedFile.Named file) {
        var text = new StringBuilder();
        for (AliasEntry entry : file.entries()) {
            comment(entry.description(), text);
            text.append(SettingLines.write(List.of(line(entry))));
        }
        comment(file.closing(), text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static SettingLine line(AliasEntry entry) {
        return new SettingLine(
                entry.line(), entry.setting().alias().name(), entry.setting().value());
    }

    private static void comment(String comment, StringBuilder text) {
        if (!comment.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n");
            comment.lines().forEach(line -> text.append("# ").append(line).append('\n'));
        }
    }
}
