package org.fingerpost.cli.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.cli.folder.yaml.Spot;
import org.fingerpost.cli.folder.yaml.Text;
import org.fingerpost.cli.folder.yaml.YamlException;
import org.fingerpost.formats.template.ImportedFile;
import org.fingerpost.formats.template.TemplateEntry;
import org.fingerpost.formats.template.TemplateException;

/**
 * The settings of a file that a sheet begins with: a vendor's template, a dump, an XML file. Its
 * texts may have holes; references in it are none, since the vendor has no business with our
 * environment.
 *
 * @param oddities what was read otherwise than it stood
 */
record VendorText(Map<String, Text> settings, List<String> oddities) {

    /**
     * @param from the path, from the folder of the YAML file on
     * @param files where it may lie
     */
    static VendorText read(Path yaml, Text from, Grounds files) {
        try {
            ImportedFile file = ImportedFile.read(Files.readAllBytes(files.checked(yaml, from)));
            return switch (file) {
                case ImportedFile.Numbered(_, _, var template) -> {
                    Map<String, Text> settings = new LinkedHashMap<>();
                    for (TemplateEntry entry : template.entries()) {
                        settings.put(
                                entry.setting().p().toString(),
                                new Text(
                                        entry.setting().value(),
                                        new Spot(from.value(), entry.line())));
                    }
                    yield new VendorText(
                            settings,
                            template.oddities().stream()
                                    .map(oddity -> from.value() + ": " + oddity)
                                    .toList());
                }
                case ImportedFile.Named _ ->
                        throw new YamlException(
                                from.spot(), from.value() + " names aliases; a sheet has P-values");
            };
        } catch (TemplateException wrong) {
            throw new YamlException(from.spot(), from.value() + ": " + wrong.getMessage());
        } catch (IOException | InvalidPathException unreadable) {
            throw new YamlException(from.spot(), "the file " + from.value() + " cannot be read");
        }
    }
}
