package org.fingerpost.cli.folder.yaml;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** The documents of one YAML file. */
public final class YamlFile {
    /** A sheet of 5,000 settings has a tenth of it. */
    private static final int MOST_CHARACTERS = 3_000_000;

    private static final int DEEPEST = 10;
    private static final int MOST_ALIASES = 50;

    private YamlFile() {}

    /**
     * @param name for sentences
     * @throws YamlException if it is no YAML, or more than is read
     */
    public static List<Fields> read(String name, byte[] bytes) {
        var limits = new LoaderOptions();
        limits.setCodePointLimit(MOST_CHARACTERS);
        limits.setNestingDepthLimit(DEEPEST);
        limits.setMaxAliasesForCollections(MOST_ALIASES);
        List<Fields> documents = new ArrayList<>();
        try {
            for (Node node : new Yaml(limits).composeAll(reader(bytes))) {
                documents.add(Fields.of(name, node));
            }
        } catch (MarkedYAMLException wrong) {
            int line = wrong.getProblemMark() == null ? 1 : wrong.getProblemMark().getLine() + 1;
            throw new YamlException(new Spot(name, line), "no YAML: " + wrong.getProblem());
        } catch (YAMLException wrong) {
            // Its message may quote the text.
            throw new YamlException(
                    new Spot(name, 1), "more or other than is read: text in UTF-8, not too deep");
        }
        return documents;
    }

    private static StringReader reader(byte[] bytes) {
        return new StringReader(new String(bytes, StandardCharsets.UTF_8));
    }
}
