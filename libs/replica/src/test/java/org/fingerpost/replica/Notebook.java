package org.fingerpost.replica;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A follower that writes down what it is told, and keeps a table of its own from it. */
final class Notebook implements Follower {
    private final Map<String, String> content = new TreeMap<>();
    private final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public synchronized void reloaded(Replica table) {
        content.clear();
        content.putAll(Replicas.content(table));
        told.add("reloaded " + content);
    }

    @Override
    public synchronized void changed(List<Change> changes) {
        for (Change change : changes) {
            switch (change) {
                case Change.Put(var entry, var _) -> content.put(entry.key(), Replicas.text(entry));
                case Change.Gone(var before) -> content.remove(before.key());
            }
        }
        told.add("changed " + changes.stream().map(Change::key).sorted().toList());
    }

    synchronized Map<String, String> content() {
        return new TreeMap<>(content);
    }

    List<String> told() {
        return List.copyOf(told);
    }

    long reloads() {
        return told.stream().filter(line -> line.startsWith("reloaded")).count();
    }
}
