package org.fingerpost.cli.folder;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.fingerpost.cli.folder.yaml.Fields;
import org.fingerpost.cli.folder.yaml.Text;
import org.fingerpost.cli.folder.yaml.YamlException;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.SecretWords;

/**
 * Reads one document as a sheet.
 *
 * @param remarks gets what a person should know
 */
record SheetReader(References references, Consumer<String> remarks) {

    DesiredSheet read(String name, Path file, Fields document) {
        Map<String, Text> settings = new LinkedHashMap<>();
        document.text("from").ifPresent(from -> settings.putAll(vendors(file, from)));
        settings.putAll(
                references.resolved(
                        file, settings(document, "settings"), SheetReader::isSecret, true));
        return new DesiredSheet(
                name,
                document.spot(),
                document.texts("templates").stream().map(Text::value).toList(),
                settings,
                references.resolved(file, document.mapping("variables"), SecretWords::tell, false));
    }

    private Map<String, Text> vendors(Path file, Text from) {
        VendorText vendors = VendorText.read(file, from, references.files());
        vendors.oddities().forEach(remarks);
        List<String> secrets =
                vendors.settings().entrySet().stream()
                        .filter(each -> isSecret(each.getKey()))
                        .filter(each -> !each.getValue().value().isEmpty())
                        .map(Map.Entry::getKey)
                        .toList();
        if (!secrets.isEmpty()) {
            remarks.accept(
                    from.value()
                            + " holds secrets in clear, for whoever sees this folder: "
                            + String.join(", ", secrets));
        }
        return vendors.settings();
    }

    /** Refuses names that are no P-values, with their line. */
    static Map<String, Text> settings(Fields document, String field) {
        return checked(document.mapping(field));
    }

    static Map<String, Text> checked(Map<String, Text> settings) {
        settings.forEach((name, text) -> {
            try {
                PValue.parse(name);
            } catch (IllegalArgumentException wrong) {
                throw new YamlException(text.spot(), wrong.getMessage());
            }
        });
        return settings;
    }

    static boolean isSecret(String p) {
        return PValue.parse(p).isSecret();
    }
}
