package org.fingerpost.launcher.machine;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * A process that somebody started, perhaps another launcher long ago. Never mistaken for a stranger
 * with its number.
 */
public record RunningProcess(long pid, Birth birth) {

    public static Optional<RunningProcess> of(long pid) {
        return Birth.of(pid).map(birth -> new RunningProcess(pid, birth));
    }

    public boolean alive() {
        return Birth.of(pid).filter(birth::equals).isPresent();
    }

    /**
     * Sends the signal ({@code TERM}, {@code INT}, {@code KILL}); a process that is gone gets none.
     */
    public void signal(String name) {
        if (!alive()) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-s", name, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException noKillCommand) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks it to stop, and kills it when it has not done so in time. */
    public void stop(String gentleSignal, Duration patience) {
        signal(gentleSignal);
        if (!goneWithin(patience)) {
            signal("KILL");
            goneWithin(Duration.ofSeconds(10));
        }
    }

    public void kill() {
        signal("KILL");
        goneWithin(Duration.ofSeconds(10));
    }

    private boolean goneWithin(Duration patience) {
        return Patience.until(() -> !alive(), patience, Duration.ofMillis(50));
    }
}
