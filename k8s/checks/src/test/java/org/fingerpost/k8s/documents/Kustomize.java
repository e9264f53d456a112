package org.fingerpost.k8s.documents;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What {@code kubectl kustomize} makes of a folder; needs no cluster. */
public final class Kustomize {
    private Kustomize() {}

    /** Skips the test that asks, with a sentence, where there is no kubectl. */
    public static List<Document> render(String folder) {
        assumeTrue(isThere(), "kubectl is not on this machine: " + folder + " is not rendered");
        try {
            Process process =
                    new ProcessBuilder(
                                    "kubectl",
                                    "kustomize",
                                    Manifests.root().resolve(folder).toString())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            String yaml =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(folder + " cannot be rendered");
            }
            return Manifests.parse(folder, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isThere() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }
}
