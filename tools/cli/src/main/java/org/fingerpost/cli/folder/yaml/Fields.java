package org.fingerpost.cli.folder.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A mapping, in its order; no key stands in it twice. */
public final class Fields {
    /** What plain and quoted texts are resolved to. */
    private static final Set<Tag> TEXTS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.TIMESTAMP);

    private final String file;
    private final Spot spot;
    private final Map<String, Field> fields;

    private record Field(Spot key, Node value) {}

    private Fields(String file, Spot spot, Map<String, Field> fields) {
        this.file = file;
        this.spot = spot;
        this.fields = fields;
    }

    static Fields of(String file, Node node) {
        Spot spot = spot(file, node);
        if (!(node instanceof MappingNode mapping)) {
            throw new YamlException(spot, "a mapping is wanted here, such as name: text");
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        for (NodeTuple each : mapping.getValue()) {
            String key = text(file, each.getKeyNode()).value();
            Spot at = spot(file, each.getKeyNode());
            if (fields.put(key, new Field(at, each.getValueNode())) != null) {
                throw new YamlException(at, key + " stands there twice");
            }
        }
        return new Fields(file, spot, fields);
    }

    /**
     * Refuses what nobody would read.
     *
     * @throws YamlException naming the first that is none of them
     */
    public Fields only(String... names) {
        fields.forEach((name, field) -> {
            if (!Set.of(names).contains(name)) {
                throw new YamlException(
                        field.key(), name + " is not known here: there are " + words(names));
            }
        });
        return this;
    }

    private static String words(String... names) {
        return String.join(", ", List.of(names).subList(0, names.length - 1))
                + " and "
                + names[names.length - 1];
    }

    public Spot spot() {
        return spot;
    }

    public Optional<Text> text(String name) {
        return Optional.ofNullable(fields.get(name)).map(field -> text(file, field.value()));
    }

    /** The texts of a list; none if there is no such field. */
    public List<Text> texts(String name) {
        Field field = fields.get(name);
        if (field == null) {
            return List.of();
        }
        if (!(field.value() instanceof SequenceNode list)) {
            throw new YamlException(field.key(), name + " is a list: [one, other]");
        }
        return list.getValue().stream().map(node -> text(file, node)).toList();
    }

    /** Texts by their keys; none if there is no such field. Each is where its key stands. */
    public Map<String, Text> mapping(String name) {
        Map<String, Text> texts = new LinkedHashMap<>();
        inner(name)
                .forEach((key, field) ->
                        texts.put(key, new Text(text(file, field.value()).value(), field.key())));
        return texts;
    }

    /** Mappings by their keys; none if there is no such field. */
    public Map<String, Fields> mappings(String name) {
        Map<String, Fields> mappings = new LinkedHashMap<>();
        inner(name).forEach((key, field) -> mappings.put(key, of(file, field.value())));
        return mappings;
    }

    /** All fields as texts. */
    public Map<String, Text> all() {
        Map<String, Text> texts = new LinkedHashMap<>();
        fields.forEach((key, field) ->
                texts.put(key, new Text(text(file, field.value()).value(), field.key())));
        return texts;
    }

    private Map<String, Field> inner(String name) {
        Field field = fields.get(name);
        return field == null ? Map.of() : of(file, field.value()).fields;
    }

    private static Text text(String file, Node node) {
        Spot spot = spot(file, node);
        if (!(node instanceof ScalarNode scalar)) {
            throw new YamlException(spot, "a text is wanted here");
        }
        if (scalar.getTag().equals(Tag.NULL)) {
            throw new YamlException(spot, "there is no text here: '' is the empty one");
        }
        if (!TEXTS.contains(scalar.getTag())) {
            throw new YamlException(spot, "only texts are read, nothing with a tag");
        }
        return new Text(scalar.getValue(), spot);
    }

    private static Spot spot(String file, Node node) {
        return new Spot(file, node.getStartMark().getLine() + 1);
    }
}
