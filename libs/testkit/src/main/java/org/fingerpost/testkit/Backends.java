package org.fingerpost.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Everything a service under test stands on: a database, a broker, an empty state folder, an
 * operator's key, a master key and a redirect key. Used as
 * {@code @QuarkusTestResource(Backends.class)}.
 */
public final class Backends implements QuarkusTestResourceLifecycleManager {
    /** The operator's API key in every component test. */
    public static final String OPERATOR_KEY = "fp_0_operatoroperatoroperatoroperatoroperator";

    public static final String OLDER_MASTER_KEY = "5b".repeat(32);

    /** The current master key and an older one that still opens. */
    private static final String MASTER_KEYS = "5a".repeat(32) + "\n" + OLDER_MASTER_KEY;

    @Override
    public Map<String, String> start() {
        TestPostgres.Database database = TestPostgres.freshDatabase();
        Path folder = stateFolder();
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        settings.put("quarkus.datasource.username", database.user());
        settings.put("quarkus.datasource.password", database.password());
        settings.put("fingerpost.kafka.bootstrap-servers", TestKafka.bootstrapServers());
        settings.put("fingerpost.state-dir", folder.toString());
        settings.put("fingerpost.operator-key-file", write(folder, "operator.key", OPERATOR_KEY));
        settings.put("fingerpost.master-key-file", write(folder, "master.key", MASTER_KEYS));
        settings.put(
                "fingerpost.redirect.key-file", write(folder, "redirect.key", "a5".repeat(32)));
        return settings;
    }

    @Override
    public void stop() {
        // The backends are shared by all tests of the JVM and end with it.
    }

    private static Path stateFolder() {
        try {
            return Files.createTempDirectory("fingerpost-test");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the service under test", e);
        }
    }

    private static String write(Path folder, String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content + "\n").toString();
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + name, e);
        }
    }
}
