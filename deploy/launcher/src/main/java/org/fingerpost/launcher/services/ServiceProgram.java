package org.fingerpost.launcher.services;

import java.nio.file.Path;
import java.util.List;

/** What carries a service. */
public sealed interface ServiceProgram {
    /** A packaged Quarkus application: the folder with {@code quarkus-run.jar}. */
    record QuarkusApp(Path folder) implements ServiceProgram {}

    /** The same, whose JVM writes what it has learned into the cache when it is stopped. */
    record Rehearsed(Path folder, Path cache) implements ServiceProgram {}

    /** Anything else that understands the services' variables. */
    record CommandLine(List<String> line) implements ServiceProgram {}
}
