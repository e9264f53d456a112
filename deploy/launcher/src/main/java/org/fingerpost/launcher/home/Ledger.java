package org.fingerpost.launcher.home;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fingerpost.launcher.machine.LaunchFailure;

/**
 * What the next start must know of this one: running doors know the broker by its port, so it keeps
 * it.
 */
public record Ledger(Path file) {

    public Optional<String> get(String name) {
        return Optional.ofNullable(load().getProperty(name));
    }

    public void put(String name, String value) {
        Properties entries = load();
        if (!value.equals(entries.setProperty(name, value))) {
            save(entries);
        }
    }

    public void remove(String name) {
        Properties entries = load();
        if (entries.remove(name) != null) {
            save(entries);
        }
    }

    private void save(Properties entries) {
        String lines =
                new TreeMap<>(entries)
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .collect(Collectors.joining("\n", "", "\n"));
        PrivateFile.write(file, lines);
    }

    private Properties load() {
        Properties entries = new Properties();
        if (Files.exists(file)) {
            try {
                entries.load(new StringReader(Files.readString(file)));
            } catch (IOException e) {
                throw new LaunchFailure("Cannot read " + file + ": " + e.getMessage(), e);
            }
        }
        return entries;
    }
}
