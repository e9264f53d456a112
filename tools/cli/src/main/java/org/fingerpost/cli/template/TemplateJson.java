package org.fingerpost.cli.template;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.fingerpost.cli.lines.SettingLine;
import org.fingerpost.formats.template.AliasEntry;
import org.fingerpost.formats.template.ImportedFile;
import org.fingerpost.formats.template.TemplateEntry;

/** A template for programs; {@code cfg encode --json} and {@code xml write --json} read it. */
final class TemplateJson {

    private TemplateJson() {}

    static String of(ImportedFile file) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("kind", file.kind().id());
        file.mac().ifPresent(mac -> root.put("mac", mac.toString()));
        ArrayNode settings = root.putArray("settings");
        switch (file) {
            case ImportedFile.Numbered(_, _, var template) -> {
                template.entries().forEach(entry -> add(settings, entry));
                root.put("closing", template.closing());
            }
            case ImportedFile.Named named -> {
                named.entries().forEach(entry -> add(settings, entry));
                root.put("closing", named.closing());
            }
        }
        return root.toPrettyString() + "\n";
    }

    private static void add(ArrayNode settings, TemplateEntry entry) {
        settings.addObject()
                .put("p", entry.setting().p().toString())
                .put("value", entry.setting().value())
                .put("description", entry.description())
                .put("line", entry.line());
    }

    private static void add(ArrayNode settings, AliasEntry entry) {
        SettingLine line = AliasText.line(entry);
        settings.addObject()
                .put("alias", line.name())
                .put("value", line.value())
                .put("description", entry.description())
                .put("line", line.line());
    }
}
