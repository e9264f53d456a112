package org.fingerpost.cli.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fingerpost.cli.folder.yaml.Fields;
import org.fingerpost.cli.folder.yaml.Text;
import org.fingerpost.cli.folder.yaml.YamlException;
import org.fingerpost.cli.folder.yaml.YamlFile;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.cli.streams.Streams;

/**
 * Reads a folder. A sheet's name is where its file lies:
 *
 * <pre>
 * provider.yaml  platform.yaml
 * templates/NAME.yaml  families/NAME.yaml  models/NAME.yaml  groups/NAME.yaml
 * devices/*.yaml          ; a document a device
 * </pre>
 *
 * <p>Other files are not looked at, unless they end in {@code .yaml} and stand where none is read.
 */
public final class FolderReader {
    private static final String YAML = ".yaml";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final String DEVICE = "device";
    private static final String GROUP = "group";
    private static final Map<String, String> KINDS =
            Map.of(
                    "templates", "template",
                    "families", "family",
                    "models", "model",
                    "groups", GROUP,
                    "devices", DEVICE);

    private final Path root;
    private final References references;
    private final List<DesiredGroup> groups = new ArrayList<>();
    private final List<DesiredSheet> sheets = new ArrayList<>();
    private final Map<String, DesiredDevice> devices = new HashMap<>();
    private final Set<String> kinds = new LinkedHashSet<>();
    private final List<String> remarks = new ArrayList<>();

    private FolderReader(Path root, References references) {
        this.root = root;
        this.references = references;
    }

    /**
     * @throws Complaint if the folder cannot be read, or something in it cannot be used
     */
    public static Folder read(Path root, References references) {
        try {
            return new FolderReader(root, references).folder();
        } catch (YamlException wrong) {
            throw new Complaint(wrong.getMessage(), wrong);
        } catch (IOException unreadable) {
            throw new Complaint(root + ": " + Streams.why(unreadable), unreadable);
        }
    }

    private Folder folder() throws IOException {
        if (!Files.isDirectory(root)) {
            throw new Complaint(root + ": there is no such folder");
        }
        for (Path each : listed(root)) {
            String name = each.getFileName().toString();
            if (Files.isDirectory(each) && KINDS.containsKey(name)) {
                kind(each, KINDS.get(name));
            } else if (name.equals("provider.yaml") || name.equals("platform.yaml")) {
                String sheet = name.substring(0, name.length() - YAML.length());
                kinds.add(sheet);
                sheet(sheet, each, one(each));
            } else if (name.endsWith(YAML)) {
                throw stray(each);
            }
        }
        List<DesiredGroup> ordered = GroupOrder.of(groups);
        return new Folder(ordered, ordered(ordered), byMac(), Set.copyOf(kinds), remarks);
    }

    private void kind(Path folder, String kind) throws IOException {
        kinds.add(kind);
        for (Path each : listed(folder)) {
            String file = each.getFileName().toString();
            if (Files.isDirectory(each)) {
                throw new Complaint(shown(each) + ": folders are not read here");
            }
            if (file.endsWith(".yml")) {
                throw stray(each);
            }
            if (!file.endsWith(YAML)) {
                continue;
            }
            String name = file.substring(0, file.length() - YAML.length());
            if (!NAME.matcher(name).matches()) {
                throw new Complaint(
                        shown(each)
                                + ": a name has 1 to 64 letters, digits, dots, - and _, and begins"
                                + " with a letter or a digit");
            }
            switch (kind) {
                case DEVICE -> documents(each).forEach(document -> device(each, document));
                case GROUP -> group(name, each, one(each));
                default -> sheet(kind + "/" + name, each, one(each));
            }
        }
    }

    private void group(String name, Path file, Fields document) {
        document.only("parent", "from", "templates", "settings", "variables");
        groups.add(
                new DesiredGroup(name, document.text("parent").map(Text::value), document.spot()));
        DesiredSheet sheet = reader().read(GROUP + "/" + name, file, document);
        boolean silent =
                sheet.templates().isEmpty()
                        && sheet.settings().isEmpty()
                        && sheet.variables().isEmpty();
        if (!silent) {
            sheets.add(sheet);
        }
    }

    private void sheet(String name, Path file, Fields document) {
        document.only("from", "templates", "settings", "variables");
        sheets.add(reader().read(name, file, document));
    }

    private void device(Path file, Fields document) {
        DesiredDevice device = new DeviceReader(references).read(file, document);
        DesiredDevice other = devices.put(device.mac(), device);
        if (other != null) {
            throw new YamlException(device.spot(), device.mac() + " stands at " + other.spot());
        }
    }

    private SheetReader reader() {
        return new SheetReader(references, remarks::add);
    }

    private List<DesiredSheet> ordered(List<DesiredGroup> ordered) {
        List<String> ranks = List.of("template", "platform", "family", "model", "provider", GROUP);
        List<String> names = ordered.stream().map(DesiredGroup::name).toList();
        return sheets.stream()
                .sorted(
                        Comparator.comparing((DesiredSheet sheet) -> ranks.indexOf(kind(sheet)))
                                .thenComparing(sheet -> names.indexOf(last(sheet)))
                                .thenComparing(DesiredSheet::name))
                .toList();
    }

    private static String kind(DesiredSheet sheet) {
        return sheet.name().split("/")[0];
    }

    private static String last(DesiredSheet sheet) {
        return sheet.name().substring(sheet.name().indexOf('/') + 1);
    }

    private List<DesiredDevice> byMac() {
        return devices.values().stream().sorted(Comparator.comparing(DesiredDevice::mac)).toList();
    }

    private Fields one(Path file) {
        List<Fields> all = documents(file);
        if (all.size() != 1) {
            throw new Complaint(shown(file) + ": one document is wanted here; an empty one is {}");
        }
        return all.getFirst();
    }

    private List<Fields> documents(Path file) {
        try {
            return YamlFile.read(shown(file), Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new Complaint(shown(file) + ": " + Streams.why(unreadable), unreadable);
        }
    }

    private Complaint stray(Path file) {
        return new Complaint(
                shown(file)
                        + " is not read: there are provider.yaml, platform.yaml, and *.yaml in"
                        + " templates, families, models, groups and devices");
    }

    private String shown(Path file) {
        return root.relativize(file).toString();
    }

    private static List<Path> listed(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }
}
