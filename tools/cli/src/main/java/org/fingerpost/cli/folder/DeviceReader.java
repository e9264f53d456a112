package org.fingerpost.cli.folder;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fingerpost.cli.folder.yaml.Fields;
import org.fingerpost.cli.folder.yaml.Text;
import org.fingerpost.cli.folder.yaml.YamlException;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.SecretWords;

/** Reads one document as a device. */
record DeviceReader(References references) {

    DesiredDevice read(Path file, Fields document) {
        document.only("mac", "model", "group", "settings", "variables", "accounts");
        return new DesiredDevice(
                mac(document),
                document.spot(),
                text(document, "model").value(),
                document.text("group").map(Text::value),
                references.resolved(
                        file,
                        SheetReader.settings(document, "settings"),
                        SheetReader::isSecret,
                        false),
                references.resolved(file, document.mapping("variables"), SecretWords::tell, false),
                accounts(file, document));
    }

    private SortedMap<Integer, Map<String, Text>> accounts(Path file, Fields document) {
        SortedMap<Integer, Map<String, Text>> accounts = new TreeMap<>();
        document.mappings("accounts")
                .forEach((number, fields) -> {
                    if (!number.matches("[1-9][0-9]?")) {
                        throw new YamlException(
                                fields.spot(), "accounts are numbered, from 1 on: " + number);
                    }
                    accounts.put(
                            Integer.parseInt(number),
                            references.resolved(
                                    file,
                                    SheetReader.checked(fields.all()),
                                    SheetReader::isSecret,
                                    false));
                });
        return accounts;
    }

    private static String mac(Fields document) {
        Text mac = text(document, "mac");
        try {
            return MacAddress.parse(mac.value()).toString();
        } catch (IllegalArgumentException wrong) {
            throw new YamlException(mac.spot(), wrong.getMessage());
        }
    }

    private static Text text(Fields document, String name) {
        return document.text(name)
                .orElseThrow(() -> new YamlException(document.spot(), "the device has no " + name));
    }
}
