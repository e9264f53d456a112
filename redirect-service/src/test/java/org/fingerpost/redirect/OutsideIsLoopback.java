package org.fingerpost.redirect;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * The service as it meets servers of the test's own: loopback is open, the clock is moved by hand,
 * and nothing is delivered unless the test says so.
 */
public final class OutsideIsLoopback implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "fingerpost.egress.allow", "127.0.0.0/8",
                "fingerpost.egress.ports", "26-65535",
                "fingerpost.deliveries.at-once", "0",
                "fingerpost.redirect.key-file", keyFile().toString());
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(MovableClock.class);
    }

    private static Path keyFile() {
        try {
            return Files.writeString(
                    Files.createTempFile("fingerpost-test", ".key"), "a5".repeat(32) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("could not write a key", e);
        }
    }
}
