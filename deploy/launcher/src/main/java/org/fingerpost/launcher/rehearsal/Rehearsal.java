package org.fingerpost.launcher.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fingerpost.launcher.demo.FirstDay;
import org.fingerpost.launcher.deployment.Deployment;
import org.fingerpost.launcher.deployment.Programs;
import org.fingerpost.launcher.deployment.Progress;
import org.fingerpost.launcher.home.Home;
import org.fingerpost.launcher.machine.LaunchFailure;
import org.fingerpost.launcher.machine.LogFile;
import org.fingerpost.launcher.machine.Ports;
import org.fingerpost.launcher.services.AotCache;
import org.fingerpost.launcher.settings.PartName;

/**
 * Starts a second, empty deployment beside the first one, works with it, and keeps what the JVMs of
 * its services have learned. The first one is not touched and may run.
 */
public final class Rehearsal {
    /** A provider's own work is rehearsed too, and by more than one of them. */
    private static final int PROVIDERS = 2;

    private static final int LAST_LINES = 15;

    private final Home home;
    private final Path stage;
    private final Deployment deployment;
    private final Progress progress;

    private Rehearsal(Home home, Path stage, Deployment deployment, Progress progress) {
        this.home = home;
        this.stage = stage;
        this.deployment = deployment;
        this.progress = progress;
    }

    /**
     * @param path of the deployment that will use what is learned
     * @param environment as that deployment has it; ports, addresses and outside servers are not
     *     taken from it
     */
    public static Rehearsal of(
            Path path, Map<String, String> environment, Programs programs, Progress progress) {
        Home home = Home.open(path);
        Path stage = home.path().resolve("rehearsal");
        Path learned = stage.resolve("learned");
        Deployment deployment =
                Deployment.in(stage, apart(environment), programs.rehearsed(learned), progress);
        return new Rehearsal(home, stage, deployment, progress);
    }

    /**
     * Takes a minute or two.
     *
     * @return the files that were written, one a service
     */
    public List<Path> play() {
        try {
            deployment.purge(); // what an interrupted one has left
            // A JVM opens its file when it starts, and says nothing if it cannot.
            Home.open(stage).privateFolder("learned");
            deployment.up();
            work();
            progress.say("the services are stopped and write what they have learned");
            deployment.down();
            return keep();
        } finally {
            deployment.purge();
        }
    }

    /** Ends it from another thread: nothing is kept. */
    public void abandon() {
        PartName.services().forEach(deployment::kill);
        deployment.stopStarted();
        deployment.purge();
    }

    private void work() {
        for (int provider = 1; provider <= PROVIDERS; provider++) {
            String mac = new FirstDay(deployment, _ -> {}).prepare();
            progress.say("phones of provider " + provider + " of " + PROVIDERS + " ask their way");
            new Traffic(deployment.url(PartName.REDIRECT) + "/gs/", mac).flow();
        }
    }

    private List<Path> keep() {
        List<Path> kept = new ArrayList<>();
        for (PartName service : PartName.services()) {
            Path written = stage.resolve("learned").resolve(service.word() + ".aot");
            Path place = AotCache.in(home, service);
            try {
                kept.add(Files.move(written, place, StandardCopyOption.REPLACE_EXISTING));
            } catch (IOException e) {
                throw new LaunchFailure(
                        service.word()
                                + " wrote nothing down. The last lines of its log:\n"
                                + lastLines(service),
                        e);
            }
        }
        return kept;
    }

    private String lastLines(PartName service) {
        Path log = new Home(stage).log(service.word());
        return String.join("\n", new LogFile(log, 0).tail(LAST_LINES));
    }

    private static Map<String, String> apart(Map<String, String> environment) {
        Map<String, String> apart = new HashMap<>(environment);
        apart.keySet().removeIf(name -> name.startsWith("FINGERPOST_"));
        if (environment.containsKey("FINGERPOST_JAVA_OPTS")) {
            apart.put("FINGERPOST_JAVA_OPTS", environment.get("FINGERPOST_JAVA_OPTS"));
        }
        Set<Integer> promised = new HashSet<>();
        for (PartName service : PartName.services()) {
            apart.put(service.portVariable(), port(promised));
            apart.put(service.tlsPortVariable(), port(promised));
        }
        return apart;
    }

    private static String port(Set<Integer> promised) {
        int port = Ports.pick(promised);
        promised.add(port);
        return Integer.toString(port);
    }
}
