package org.fingerpost.launcher.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fingerpost.launcher.machine.LaunchFailure;

/** A Kafka that somebody else runs: its bootstrap servers, and the first of them. */
public record OutsideKafka(String bootstrapServers, String host, int port) {
    private static final Pattern FIRST =
            Pattern.compile("(\\[[^]]+]|[^:,\\s\\[]+):(\\d{1,5})(?:,.*)?");

    public static OutsideKafka parse(String bootstrapServers) {
        Matcher matcher = FIRST.matcher(bootstrapServers.strip());
        if (!matcher.matches()) {
            throw new LaunchFailure(
                    "FINGERPOST_KAFKA_BOOTSTRAP must be host:port, or several with commas"
                            + " between.");
        }
        return new OutsideKafka(
                bootstrapServers.strip(), matcher.group(1), Integer.parseInt(matcher.group(2)));
    }
}
