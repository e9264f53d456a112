package org.fingerpost.launcher.deployment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.launcher.home.Home;
import org.fingerpost.launcher.home.HomeLock;
import org.fingerpost.launcher.home.PrivateFile;
import org.fingerpost.launcher.home.RunFile;
import org.fingerpost.launcher.machine.LaunchFailure;
import org.fingerpost.launcher.parts.Part;
import org.fingerpost.launcher.settings.PartName;
import org.fingerpost.launcher.settings.Settings;

/**
 * Fingerpost on this machine: PostgreSQL, Kafka and the three services, with their state in one
 * folder.
 *
 * <p>The programs outlive the object and the process that started them; another one on the same
 * folder knows them again. Troubles that a person can mend are a {@link LaunchFailure} whose
 * message is a sentence.
 */
public final class Deployment {
    private final Path path;
    private final Settings settings;
    private final Programs programs;
    private final Progress progress;
    private final AtomicReference<Optional<Launch>> underWay =
            new AtomicReference<>(Optional.empty());

    private Deployment(Path path, Settings settings, Programs programs, Progress progress) {
        this.path = path;
        this.settings = settings;
        this.programs = programs;
        this.progress = progress;
    }

    /**
     * The programs of the source tree, with the given variables (FINGERPOST_…, and what the
     * services inherit).
     */
    public static Deployment in(Path home, Map<String, String> environment) {
        return in(home, environment, Programs.ofSourceTree(), Progress.silent());
    }

    public static Deployment in(
            Path home, Map<String, String> environment, Programs programs, Progress progress) {
        return new Deployment(home, new Settings(environment), programs, progress);
    }

    /** Starts what is missing of everything. */
    public Set<PartName> up() {
        return up(Set.of(PartName.values()));
    }

    /**
     * Starts what is missing of these and returns when they are ready; answers what it started,
     * nothing when all ran already. If one of them fails, those that this call has started are
     * stopped again.
     */
    public Set<PartName> up(Set<PartName> wanted) {
        Home home = Home.open(path);
        try (HomeLock.Held _ = lock(home)) {
            home.refuseHalfRestored();
            Parts parts = Parts.prepared(home, settings, programs);
            List<Part> missing =
                    parts.all().stream()
                            .filter(part ->
                                    wanted.contains(part.name())
                                            && !part.outside()
                                            && !runs(home, part.name()))
                            .toList();
            Launch launch = new Launch(home, progress, parts.secrets());
            underWay.set(Optional.of(launch));
            launch.checkPorts(missing);
            startInOrder(launch, parts, missing);
            return missing.stream().map(Part::name).collect(Collectors.toUnmodifiableSet());
        }
    }

    private void startInOrder(Launch launch, Parts parts, List<Part> missing) {
        try {
            launch.startAll(missing.stream().filter(part -> !part.name().isService()).toList());
            List<Part> services = missing.stream().filter(part -> part.name().isService()).toList();
            if (!services.isEmpty() && missing.stream().noneMatch(parts.database()::equals)) {
                provideDatabases(parts);
            }
            launch.startAll(services);
        } catch (RuntimeException e) {
            launch.abandon();
            throw e;
        }
    }

    /**
     * A door with its replica on disk comes up without PostgreSQL, so that it is away is no reason
     * to stop here.
     */
    private void provideDatabases(Parts parts) {
        if (!parts.database().ready()) {
            progress.say("PostgreSQL does not answer: the services start without it");
            return;
        }
        try {
            parts.database().afterStart();
        } catch (LaunchFailure e) {
            progress.say(e.getMessage());
        }
    }

    /**
     * Stops what the last {@link #up} of this object has started or is starting. May be called from
     * another thread.
     */
    public void stopStarted() {
        underWay.get().ifPresent(Launch::abandon);
    }

    /** How the five parts stand, in the order of {@link PartName}. */
    public List<Standing> status() {
        Home home = new Home(path);
        return Parts.known(home, settings, programs).all().parallelStream()
                .map(part -> standing(home, part))
                .toList();
    }

    /** Which parts have a living process, without asking them anything. */
    public Set<PartName> running() {
        Home home = new Home(path);
        return Stream.of(PartName.values())
                .filter(part -> runs(home, part))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Stops everything; answers how many programs ran. */
    public int down() {
        Home home = new Home(path);
        if (!home.isOurs()) {
            return 0;
        }
        try (HomeLock.Held _ = lock(home)) {
            return stopAll(home);
        }
    }

    /** Stops everything and deletes the state: databases, topics, keys. */
    public void purge() {
        Home home = new Home(path);
        if (home.isOurs()) {
            try (HomeLock.Held _ = lock(home)) {
                stopAll(home);
                if (status().stream().anyMatch(standing -> standing.pid().isPresent())) {
                    throw new LaunchFailure(
                            "Not everything could be stopped, so nothing is deleted.");
                }
                home.purge();
            }
        } else {
            home.purge();
        }
    }

    /**
     * Copies what was decided, while everything runs.
     *
     * @param into a new folder, or an empty one
     * @param keys another one, for the keys; empty if they are kept already
     */
    public void backUp(Path into, Optional<Path> keys) {
        Home home = Home.open(path);
        try (HomeLock.Held _ = lock(home)) {
            new Backup(home, Parts.known(home, settings, programs), progress).take(into, keys);
        }
    }

    /**
     * Lays a backup down in a folder where nothing is yet; the next {@link #up} serves it.
     *
     * @param keys where the keys of that deployment were kept
     */
    public void restore(Path from, Path keys) {
        Home home = Home.open(path);
        try (HomeLock.Held _ = lock(home)) {
            new Backup(home, Parts.known(home, settings, programs), progress).restore(from, keys);
        }
    }

    /** Kills it as a crash would ({@code kill -9}); nothing happens when it does not run. */
    public void kill(PartName part) {
        new Home(path).runFile(part.word()).read().ifPresent(entry -> entry.process().kill());
    }

    public Path home() {
        return new Home(path).path();
    }

    /** The operator's key, after the first start. */
    public String operatorKey() {
        return PrivateFile.read(new Home(path).operatorKey()).strip();
    }

    public Path caCertificate() {
        return new Home(path).caCertificate();
    }

    /** Where somebody on this machine reaches a service, without a slash at the end. */
    public String url(PartName service) {
        return Parts.known(new Home(path), settings, programs).service(service).url();
    }

    /** Where Kafka is reached; after the first start. */
    public String kafkaBootstrapServers() {
        return Parts.known(new Home(path), settings, programs).stream().bootstrapServers();
    }

    private HomeLock.Held lock(Home home) {
        return home.lock().take(() -> progress.say("Another launcher is at work here: waiting"));
    }

    private int stopAll(Home home) {
        int stopped = new Stop(home, progress).all(Parts.known(home, settings, programs).all());
        Parts.forgetOutside(home);
        return stopped;
    }

    private static boolean runs(Home home, PartName part) {
        return home.runFile(part.word()).read().isPresent();
    }

    private static Standing standing(Home home, Part part) {
        Optional<RunFile.Entry> entry =
                part.outside() ? Optional.empty() : home.runFile(part.name().word()).read();
        OptionalLong pid =
                entry.map(found -> OptionalLong.of(found.process().pid()))
                        .orElse(OptionalLong.empty());
        // A stranger on our port answers too: only what we started is ready.
        boolean ready = (part.outside() || entry.isPresent()) && part.ready();
        return new Standing(
                part.name(), pid, part.port(), ready, part.outside(), part.address(), part.log());
    }
}
