package org.fingerpost.firmware;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.fingerpost.firmware.s3.S3Server;

/** The service keeps its blobs in a bucket of a foreign server. */
public final class BucketOfTests implements QuarkusTestResourceLifecycleManager {
    static final Path FOLDER = Path.of("target", "bucket-of-tests").toAbsolutePath();

    @Override
    public Map<String, String> start() {
        try {
            delete(FOLDER);
            Map<String, String> settings = new HashMap<>(S3Server.start(FOLDER).properties());
            settings.put("fingerpost.state-dir", FOLDER.resolve("state").toString());
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        try {
            S3Server.at(FOLDER).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
            }
        }
    }
}
