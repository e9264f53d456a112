package org.fingerpost.brokers;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Where the brokers are, and with which credentials a client comes. The credentials are Kafka's own
 * settings ({@code security.protocol}, {@code ssl.…}, {@code sasl.…}, {@code config.providers…})
 * from a file of Java properties; a file with any other setting is refused, since what a client
 * does with its records is not for an installation to change.
 */
public final class Brokers {
    /** With the last, values may stand in files of their own ({@code ${directory:…}}). */
    private static final List<String> ALLOWED =
            List.of("security.", "ssl.", "sasl.", "config.providers");

    private static final String ADDRESSES = "bootstrap.servers";

    private final String addresses;
    private final Map<String, Object> settings;

    private Brokers(String addresses, Map<String, Object> credentials) {
        this.addresses = addresses;
        Map<String, Object> all = new HashMap<>(credentials);
        all.put(ADDRESSES, addresses);
        this.settings = Map.copyOf(all);
    }

    /**
     * Brokers that let everybody in who reaches them.
     *
     * @param addresses {@code host:port}, several with commas
     */
    public static Brokers at(String addresses) {
        return new Brokers(addresses, Map.of());
    }

    /**
     * @param credentials the file with what clients must know
     * @throws IllegalArgumentException if it cannot be read or holds anything else; names the
     *     setting, never its value
     */
    public static Brokers at(String addresses, Path credentials) {
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(credentials)) {
            read.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            // The reason may quote a line, and a line may be a password.
            throw new IllegalArgumentException(
                    credentials + " cannot be read as Java properties in UTF-8");
        }
        Map<String, Object> settings = new HashMap<>();
        for (String name : read.stringPropertyNames()) {
            if (ALLOWED.stream().noneMatch(name::startsWith)) {
                throw new IllegalArgumentException(
                        credentials
                                + " sets "
                                + name
                                + ": only settings that begin with security., ssl., sasl. or"
                                + " config.providers belong there");
            }
            settings.put(name, read.getProperty(name));
        }
        return new Brokers(addresses, settings);
    }

    /** A client's settings: what it says of itself, and how it gets in. */
    public Map<String, Object> client(Map<String, Object> own) {
        Map<String, Object> all = new HashMap<>(own);
        all.putAll(settings);
        return Map.copyOf(all);
    }

    /** The settings of a client that says nothing of itself. */
    public Map<String, Object> client() {
        return settings;
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return "Brokers[" + addresses + "]";
    }
}
