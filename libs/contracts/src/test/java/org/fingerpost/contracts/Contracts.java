package org.fingerpost.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of this module, as the tests read them: from the class path, as everybody does. */
final class Contracts {
    static final String META_SCHEMA = "https://json-schema.org/draft/2020-12/schema";
    static final String ASYNC_API = "asyncapi.yaml";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Contracts() {}

    /** The names of all schemas, without {@code .json}. */
    static List<String> schemas() {
        return namesIn(ASYNC_API);
    }

    /** The names of all files of examples, without {@code .json}. */
    static List<String> examples() {
        return namesIn("examples/README.md");
    }

    static JsonNode json(String file) {
        try (InputStream content = url(file).openStream()) {
            return JSON.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static Schema schema(String name) {
        return REGISTRY.getSchema(json(name + ".json"));
    }

    static JsonNode asyncApi() {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        try (InputStream content = url(ASYNC_API).openStream()) {
            return JSON.valueToTree(yaml.load(content));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + ASYNC_API, e);
        }
    }

    private static List<String> namesIn(String neighbour) {
        try (Stream<Path> files = Files.list(Path.of(url(neighbour).toURI()).getParent())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the folder of " + neighbour, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL url(String file) {
        URL url = Contracts.class.getResource(file);
        if (url == null) {
            throw new IllegalArgumentException("no such contract: " + file);
        }
        return url;
    }
}
