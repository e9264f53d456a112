package org.fingerpost.launcher.deployment;

import java.time.Duration;
import java.util.Locale;
import org.fingerpost.launcher.parts.Part;

/** Says every few seconds that a start is still at work. */
final class Stopwatch implements AutoCloseable {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration NEXT = Duration.ofSeconds(3);

    private final long begin = System.nanoTime();
    private final Thread speaker;

    Stopwatch(Part part, Progress progress) {
        speaker = Thread.ofVirtual().start(() -> speak(part, progress));
    }

    boolean isBefore(Duration end) {
        return System.nanoTime() - begin < end.toNanos();
    }

    String elapsed() {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - begin) / 1e9);
    }

    @Override
    public void close() {
        speaker.interrupt();
    }

    private void speak(Part part, Progress progress) {
        try {
            Thread.sleep(FIRST);
            while (true) {
                progress.say(part.name().word() + " is starting, " + elapsed());
                Thread.sleep(NEXT);
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }
}
