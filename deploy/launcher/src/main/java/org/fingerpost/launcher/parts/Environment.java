package org.fingerpost.launcher.parts;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a program that is none of ours inherits: enough to find tools and a temporary folder. */
public final class Environment {
    private Environment() {}

    public static Map<String, String> minimal() {
        Map<String, String> environment = new TreeMap<>(Map.of("LC_ALL", "C", "TZ", "UTC"));
        Stream.of("PATH", "HOME", "TMPDIR")
                .filter(System.getenv()::containsKey)
                .forEach(variable -> environment.put(variable, System.getenv(variable)));
        return environment;
    }
}
