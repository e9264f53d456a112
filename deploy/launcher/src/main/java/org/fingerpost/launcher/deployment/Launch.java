package org.fingerpost.launcher.deployment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fingerpost.launcher.home.Home;
import org.fingerpost.launcher.home.RunFile;
import org.fingerpost.launcher.machine.Command;
import org.fingerpost.launcher.machine.LaunchFailure;
import org.fingerpost.launcher.machine.LogFile;
import org.fingerpost.launcher.machine.Patience;
import org.fingerpost.launcher.machine.Ports;
import org.fingerpost.launcher.machine.RunningProcess;
import org.fingerpost.launcher.parts.Part;
import org.fingerpost.launcher.parts.PortClaim;

/** The starts of one call of {@code up}: all of them succeed, or none is left behind. */
final class Launch {
    private static final Duration READY_WITHIN = Duration.ofSeconds(120);
    private static final Duration PASSING_WITHIN = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** A port of something killed a moment ago is free a moment later. */
    private static final Duration PORT_PATIENCE = Duration.ofSeconds(1);

    private static final int LAST_LINES = 15;

    private final Home home;
    private final Progress progress;
    private final Secrets secrets;
    private final List<Part> started = new ArrayList<>();
    private boolean abandoned;

    Launch(Home home, Progress progress, Secrets secrets) {
        this.home = home;
        this.progress = progress;
        this.secrets = secrets;
    }

    /** Refuses, before anything is started, when a port is taken or wanted twice. */
    void checkPorts(List<Part> parts) {
        List<PortClaim> claims = parts.stream().flatMap(part -> part.claims().stream()).toList();
        for (int i = 0; i < claims.size(); i++) {
            PortClaim claim = claims.get(i);
            for (PortClaim other : claims.subList(0, i)) {
                if (other.port() == claim.port()) {
                    throw new LaunchFailure(
                            "Port "
                                    + claim.port()
                                    + " is chosen for both "
                                    + other.purpose()
                                    + " and "
                                    + claim.purpose()
                                    + ": change "
                                    + claim.variable()
                                    + ".");
                }
            }
            if (!Patience.until(
                    () -> Ports.isFree(claim.bind(), claim.port()), PORT_PATIENCE, PAUSE)) {
                throw new LaunchFailure(claim.refusal());
            }
        }
    }

    /** Starts them side by side; returns when every one is ready. */
    void startAll(List<Part> parts) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> starts = new ArrayList<>();
            for (Part part : parts) {
                starts.add(threads.submit(() -> start(part)));
            }
            awaitAll(starts);
        }
    }

    private void awaitAll(List<Future<?>> starts) {
        List<LaunchFailure> failures = new ArrayList<>();
        for (Future<?> start : starts) {
            try {
                start.get();
            } catch (ExecutionException e) {
                failures.add(asFailure(e.getCause()));
            } catch (InterruptedException e) {
                failures.add(new LaunchFailure("Interrupted.", e));
            }
        }
        if (!failures.isEmpty()) {
            // What was given up because another one failed is not the reason.
            throw failures.stream()
                    .filter(failure -> !(failure.getCause() instanceof GivenUp))
                    .findFirst()
                    .orElse(failures.getFirst());
        }
    }

    private LaunchFailure asFailure(Throwable cause) {
        return cause instanceof LaunchFailure failure
                ? failure
                : new LaunchFailure(cause.toString(), cause);
    }

    private void start(Part part) {
        try {
            attempt(part);
        } catch (RuntimeException e) {
            abandon();
            throw e;
        }
    }

    private void attempt(Part part) {
        Stopwatch watch = new Stopwatch(part, progress);
        try (watch) {
            Command command = part.prepare();
            while (!becomesReady(part, command, watch)) {
                progress.say(part.name().word() + " waits for its predecessor to let go");
                Patience.until(this::isAbandoned, Duration.ofMillis(500), PAUSE);
            }
            part.afterStart();
        }
        progress.say(part.name().word() + " is ready (" + watch.elapsed() + ")");
    }

    /** False when it died of something that passes: then it is worth another start. */
    private boolean becomesReady(Part part, Command command, Stopwatch watch) {
        LogFile log = LogFile.forNewStart(command.log());
        Process process = spawn(part, command);
        boolean ready =
                Patience.until(
                        () -> isAbandoned() || !process.isAlive() || part.ready(),
                        READY_WITHIN,
                        PAUSE);
        if (isAbandoned()) {
            throw new LaunchFailure(
                    "The start of " + part.name().word() + " was given up.", new GivenUp());
        }
        if (ready && process.isAlive()) {
            return true;
        }
        List<String> lastLines = log.tail(LAST_LINES);
        if (!process.isAlive() && part.passing(lastLines) && watch.isBefore(PASSING_WITHIN)) {
            return false;
        }
        String what =
                process.isAlive()
                        ? " is not ready after " + READY_WITHIN.toSeconds() + " s."
                        : " stopped while it was starting (exit code " + process.exitValue() + ").";
        throw new LaunchFailure(
                part.name().word()
                        + what
                        + " The last lines of "
                        + log.path()
                        + ":\n"
                        + secrets.hideIn(String.join("\n", lastLines)));
    }

    private synchronized Process spawn(Part part, Command command) {
        if (abandoned) {
            throw new LaunchFailure(
                    "The start of " + part.name().word() + " was given up.", new GivenUp());
        }
        Process process = command.start();
        if (!started.contains(part)) {
            started.add(part);
        }
        int port = part.claims().getFirst().port();
        RunningProcess.of(process.pid())
                .ifPresent(running ->
                        home.runFile(part.name().word()).write(new RunFile.Entry(running, port)));
        return process;
    }

    private synchronized boolean isAbandoned() {
        return abandoned;
    }

    /** Starts nothing more and stops what this launch has started; harmless when repeated. */
    void abandon() {
        List<Part> mine;
        synchronized (this) {
            abandoned = true;
            mine = List.copyOf(started);
        }
        new Stop(home, progress).all(mine);
    }

    private static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
