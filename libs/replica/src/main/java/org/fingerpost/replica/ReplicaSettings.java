package org.fingerpost.replica;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.fingerpost.brokers.Brokers;

/**
 * What one replica follows and where it keeps it.
 *
 * @param directory the replica's own folder, made if it is not there; one running replica a folder
 * @param topic the compacted topic; it has one partition
 * @param kafka settings for the Kafka clients, at least {@code bootstrap.servers}
 * @param forgetAfter after so long without contact the table is read again from zero: the topic
 *     forgets its deletions after the same time (seven days)
 */
public record ReplicaSettings(
        Path directory, String topic, Map<String, Object> kafka, Duration forgetAfter) {
    /** The topic remembers a deletion for longer than this. */
    private static final Duration SEVEN_DAYS = Duration.ofDays(7);

    /** A service's replica of a state topic, below {@code replica/} in the service's own folder. */
    public static ReplicaSettings ofState(String service, Path stateFolder, Brokers brokers) {
        String topic = "fingerpost." + service + ".state";
        return new ReplicaSettings(
                stateFolder.resolve("replica").resolve(topic), topic, brokers.client(), SEVEN_DAYS);
    }

    public ReplicaSettings {
        if (!kafka.containsKey("bootstrap.servers")) {
            throw new IllegalArgumentException("a replica needs bootstrap.servers: " + topic);
        }
        if (!forgetAfter.isPositive()) {
            throw new IllegalArgumentException("forgetAfter must be positive: " + forgetAfter);
        }
        kafka = Map.copyOf(kafka);
    }

    /** Kafka's settings may hold passwords. */
    @Override
    public String toString() {
        return "ReplicaSettings[" + topic + " in " + directory + "]";
    }
}
