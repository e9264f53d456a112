package org.fingerpost.k8s.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.fingerpost.k8s.documents.Manifests;

/** The sources of one module. */
public record Source(String module) {
    /** {@code redirect-service} for redirect; the gateway is a module by its own name. */
    public static Source of(String service) {
        return new Source(service.equals("gateway") ? service : service + "-service");
    }

    public boolean isThere() {
        return Files.isDirectory(folder());
    }

    public List<String> java() {
        Path main = folder().resolve("src/main/java");
        if (!Files.isDirectory(main)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(main)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Manifests::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Properties properties() {
        Properties properties = new Properties();
        Path file = folder().resolve("src/main/resources/application.properties");
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }

    private Path folder() {
        return Manifests.root().resolve(module);
    }
}
