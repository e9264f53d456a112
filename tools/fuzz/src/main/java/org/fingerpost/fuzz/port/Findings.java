package org.fingerpost.fuzz.port;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What did not hold, each sentence once, with how often; what the server logs is among it. */
final class Findings implements AutoCloseable {
    private static final int MOST = 100;

    private final Map<String, Integer> sentences = new LinkedHashMap<>();
    private final Logger ours = Logger.getLogger("org.fingerpost");
    private final Logger root = Logger.getLogger("");

    private final Handler log =
            new Handler() {
                @Override
                public void publish(LogRecord said) {
                    heard(said);
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    Findings() {
        log.setLevel(Level.ALL);
        ours.setLevel(Level.FINE);
        root.addHandler(log);
    }

    /** What a network does to a socket is debug's; a fault of the server's own is none of those. */
    private void heard(LogRecord said) {
        Throwable thrown = said.getThrown();
        if (said.getLevel().intValue() >= Level.WARNING.intValue()
                || thrown != null && !(thrown instanceof IOException)) {
            add("the log says: " + said.getMessage() + (thrown == null ? "" : ": " + thrown));
        }
    }

    void add(String sentence) {
        synchronized (sentences) {
            if (sentences.size() < MOST || sentences.containsKey(sentence)) {
                sentences.merge(sentence, 1, Integer::sum);
            }
        }
    }

    void unless(boolean holds, String sentence) {
        if (!holds) {
            add("does not hold: " + sentence);
        }
    }

    Map<String, Integer> all() {
        synchronized (sentences) {
            return new LinkedHashMap<>(sentences);
        }
    }

    @Override
    public void close() {
        root.removeHandler(log);
        ours.setLevel(null);
    }
}
