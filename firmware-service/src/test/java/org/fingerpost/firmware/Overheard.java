package org.fingerpost.firmware;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a part of the program says to the log while somebody listens. */
final class Overheard extends Handler {
    private final Logger logger;
    private final Queue<String> said = new ConcurrentLinkedQueue<>();

    private Overheard(Logger logger) {
        this.logger = logger;
    }

    static Overheard from(String category) {
        Overheard listener = new Overheard(Logger.getLogger(category));
        listener.logger.addHandler(listener);
        return listener;
    }

    List<String> said() {
        return List.copyOf(said);
    }

    @Override
    public void publish(LogRecord record) {
        said.add(record.getMessage());
    }

    @Override
    public void flush() {
        // Nothing is kept back.
    }

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
