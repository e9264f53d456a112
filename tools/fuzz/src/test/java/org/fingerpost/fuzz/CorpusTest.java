package org.fingerpost.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What fuzzing once found worth keeping is read again by every build, without a fuzzer. */
class CorpusTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path CORPUS = Path.of("corpus");
    private static final int MOST_BYTES = 1 << 20;

    @TestFactory
    Stream<DynamicTest> everyInputKeepsWhatItsTargetClaims() throws IOException {
        return targets().entrySet().stream()
                .map(target ->
                        dynamicTest(
                                target.getKey(),
                                () ->
                                        replay(
                                                target.getValue(),
                                                files(CORPUS.resolve(target.getKey())))));
    }

    @Test
    void everyCorpusBelongsToATarget() throws IOException {
        try (Stream<Path> folders = Files.list(CORPUS)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(targets().keySet());
        }
    }

    @Test
    void corpusIsSmall() throws IOException {
        long bytes = 0;
        for (Path file : files(CORPUS)) {
            bytes += Files.size(file);
        }
        assertThat(bytes).isPositive().isLessThan(MOST_BYTES);
    }

    private static void replay(MethodHandle target, List<Path> inputs) throws Throwable {
        assertThat(inputs).as("inputs in the corpus").isNotEmpty();
        for (Path input : inputs) {
            try {
                target.invokeExact(Files.readAllBytes(input));
            } catch (Throwable finding) {
                throw new AssertionError("the input is " + input, finding);
            }
        }
    }

    /** By the name that the command knows them under. */
    private static Map<String, MethodHandle> targets() throws IOException {
        Map<String, MethodHandle> targets = new TreeMap<>();
        for (Path file : files(SOURCES)) {
            String name = file.getFileName().toString();
            if (name.endsWith("Target.java")) {
                targets.put(name.replace("Target.java", "").toLowerCase(Locale.ROOT), handle(file));
            }
        }
        return targets;
    }

    private static MethodHandle handle(Path source) {
        String type =
                SOURCES.relativize(source)
                        .toString()
                        .replaceAll("[/\\\\]", ".")
                        .replace(".java", "");
        try {
            return MethodHandles.lookup()
                    .findStatic(
                            Class.forName(type),
                            "fuzzerTestOneInput",
                            MethodType.methodType(void.class, byte[].class));
        } catch (ReflectiveOperationException missing) {
            throw new AssertionError(type + " is no target", missing);
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot be listed: " + folder, broken);
        }
    }
}
