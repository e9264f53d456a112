package org.fingerpost.launcher.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fingerpost.launcher.home.Home;
import org.fingerpost.launcher.settings.PartName;

/**
 * Loaded classes and the profiles of methods, kept by one run of a JVM for the next ones (JEP 483,
 * 514, 515). The JVM itself refuses a cache of other jars, of another JVM or of other switches, and
 * starts without it.
 */
public final class AotCache {
    private AotCache() {}

    /** Where a home keeps the cache of a service. */
    public static Path in(Home home, PartName service) {
        return home.privateFolder("programs").resolve(service.word() + ".aot");
    }

    /** Switches that use it, if it is there and no older than the program. */
    static List<String> use(Path cache, Path program) {
        try {
            boolean current =
                    Files.exists(cache)
                            && Files.getLastModifiedTime(cache)
                                            .compareTo(Files.getLastModifiedTime(program))
                                    > 0;
            // Its warnings are of classes that are loaded as ever.
            return current ? List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=error") : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    static List<String> write(Path cache) {
        return List.of("-XX:AOTCacheOutput=" + cache);
    }
}
