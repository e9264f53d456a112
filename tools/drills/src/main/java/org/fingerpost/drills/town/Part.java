package org.fingerpost.drills.town;

import java.util.Set;
import org.fingerpost.launcher.deployment.Deployment;
import org.fingerpost.launcher.deployment.Standing;
import org.fingerpost.launcher.machine.LaunchFailure;
import org.fingerpost.launcher.settings.PartName;

/** One of what the launcher runs. */
final class Part implements Victim {
    private final Deployment deployment;
    private final PartName part;
    private volatile boolean harmed;

    Part(Deployment deployment, PartName part) {
        this.deployment = deployment;
        this.part = part;
    }

    @Override
    public String name() {
        return part.word();
    }

    @Override
    public boolean harmed() {
        return harmed;
    }

    @Override
    public void kill() {
        harmed = true;
        deployment.kill(part);
    }

    @Override
    public void restart() {
        Patience.until(name() + " is ready again", this::isUp);
        harmed = false;
    }

    /** On a machine that is very busy the launcher gives up before we do. */
    private boolean isUp() {
        try {
            deployment.up(Set.of(part));
            return true;
        } catch (LaunchFailure tooSlow) {
            return false;
        }
    }

    @Override
    public void freeze() {
        harmed = true;
        signal("STOP");
    }

    @Override
    public void thaw() {
        signal("CONT");
        harmed = false;
    }

    private void signal(String name) {
        deployment.status().stream()
                .filter(standing -> standing.name() == part)
                .map(Standing::pid)
                .flatMapToLong(pid -> pid.stream())
                .mapToObj(ProcessHandle::of)
                .forEach(process -> process.ifPresent(found -> Signals.send(name, found)));
    }
}
