package org.fingerpost.launcher;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.fingerpost.launcher.deployment.Deployment;
import org.fingerpost.launcher.settings.PartName;

/** A launcher that stays: Ctrl-C stops what it has started, also while it still starts. */
final class Foreground {
    private static final long GLANCE_MILLIS = 1_000;

    private final Deployment deployment;
    private final Console console;
    private final AtomicBoolean responsible = new AtomicBoolean(true);

    Foreground(Deployment deployment, Console console) {
        this.deployment = deployment;
        this.console = console;
    }

    void stopOnInterrupt() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopWhatIsOurs, "stop"));
    }

    /** From here on what was started stays when the launcher ends. */
    void letGo() {
        responsible.set(false);
    }

    /** Returns when nothing of it runs any more, whoever stopped it. */
    void stay(Set<PartName> started) throws InterruptedException {
        console.print("Ctrl-C stops it.");
        Set<PartName> watched = EnumSet.copyOf(started);
        while (!watched.isEmpty()) {
            Thread.sleep(GLANCE_MILLIS);
            Set<PartName> running = deployment.running();
            Set<PartName> gone =
                    watched.stream()
                            .filter(part -> !running.contains(part))
                            .collect(Collectors.toSet());
            gone.forEach(part ->
                    console.say(
                            part.word()
                                    + " has ended; deploy/up --only "
                                    + part.word()
                                    + " starts it again"));
            watched.removeAll(gone);
        }
        letGo();
    }

    private void stopWhatIsOurs() {
        if (responsible.get()) {
            deployment.stopStarted();
        }
    }
}
