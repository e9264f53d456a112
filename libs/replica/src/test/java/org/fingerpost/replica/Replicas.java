package org.fingerpost.replica;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Opens replicas for tests and reads them in one go. */
final class Replicas {
    static final Duration FORGET_AFTER = Duration.ofDays(7);

    private Replicas() {}

    static ReplicaSettings settings(
            Path directory, String bootstrap, String topic, Map<String, Object> more) {
        Map<String, Object> kafka = new HashMap<>(more);
        kafka.put("bootstrap.servers", bootstrap);
        return new ReplicaSettings(directory, topic, kafka, FORGET_AFTER);
    }

    static Replica open(Path directory, String bootstrap, String topic) {
        return Replica.open(settings(directory, bootstrap, topic, Map.of()));
    }

    static Replica open(Path directory, String bootstrap, String topic, InstantSource clock) {
        return Replica.open(settings(directory, bootstrap, topic, Map.of()), clock);
    }

    static Replica loaded(Path directory, String bootstrap, String topic) {
        Replica replica = open(directory, bootstrap, topic);
        awaitLoaded(replica);
        return replica;
    }

    static void awaitLoaded(Replica replica) {
        try {
            replica.whenLoaded().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the replica does not load", e);
        }
    }

    static boolean awaitCommit(Replica replica, long commit) {
        return replica.awaitCommit(commit, Duration.ofSeconds(30)).toCompletableFuture().join();
    }

    /** Key to value, as text. */
    static Map<String, String> content(Replica replica) {
        Map<String, String> content = new TreeMap<>();
        replica.forEach("", entry -> content.put(entry.key(), text(entry)));
        return content;
    }

    static String text(Entry entry) {
        return new String(entry.value(), StandardCharsets.UTF_8);
    }
}
