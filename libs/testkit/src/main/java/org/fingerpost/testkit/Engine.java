package org.fingerpost.testkit;

import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.testcontainers.DockerClientFactory;

/**
 * Where backends come from. {@code BACKENDS=containers|embedded|auto} in the environment forces
 * one; auto asks for an engine.
 */
enum Engine {
    CONTAINERS,
    EMBEDDED;

    private static final Logger PROBE_LOG = Logger.getLogger("org.testcontainers");

    static Engine chosen() {
        return Choice.ENGINE;
    }

    private static Engine choose() {
        String wish = System.getenv().getOrDefault("BACKENDS", "auto").toLowerCase(Locale.ROOT);
        return switch (wish) {
            case "containers" -> CONTAINERS;
            case "embedded" -> EMBEDDED;
            case "auto" -> engineAnswers() ? CONTAINERS : EMBEDDED;
            default ->
                    throw new IllegalArgumentException(
                            "BACKENDS is '" + wish + "': say containers, embedded or auto");
        };
    }

    private static boolean engineAnswers() {
        // The library reports a missing engine as an error; here it is one of two normal answers.
        Level before = PROBE_LOG.getLevel();
        PROBE_LOG.setLevel(Level.OFF);
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } finally {
            PROBE_LOG.setLevel(before);
        }
    }

    /** Asked once a JVM: the probe takes a third of a second. */
    private static final class Choice {
        static final Engine ENGINE = choose();
    }
}
