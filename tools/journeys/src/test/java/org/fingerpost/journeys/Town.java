package org.fingerpost.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.fingerpost.launcher.deployment.Deployment;
import org.fingerpost.launcher.machine.Ports;
import org.fingerpost.launcher.settings.PartName;

/**
 * One deployment for all journeys of a run, in a folder and on ports of its own; taken down when
 * the run ends. A journey that breaks something mends it with {@link #whole}.
 */
final class Town {
    private static final String PLUG_AND_PLAY = "FINGERPOST_PLUG_AND_PLAY_";
    private static final Town ONE = new Town();

    private final Map<String, String> environment;
    private final Path doorsSecret;
    private final Deployment deployment;

    private Town() {
        try {
            environment = freePorts();
            Path folder = Files.createTempDirectory("fingerpost-town");
            doorsSecret = Files.createTempFile("fingerpost-doors", ".secret");
            Files.writeString(doorsSecret, "one-word-that-all-firmware-doors-have");
            environment.put("FINGERPOST_FIRMWARE_DOORS_SECRET_FILE", doorsSecret.toString());
            deployment = Deployment.in(folder, environment);
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the town", e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::takeDown, "town-down"));
    }

    private void takeDown() {
        deployment.down();
        deployment.purge();
        deployment.home().toFile().delete();
        doorsSecret.toFile().delete();
    }

    /** Everything is up and ready. */
    static Deployment whole() {
        ONE.deployment.up();
        return ONE.deployment;
    }

    /** These parts die as in a crash. */
    static void kill(PartName... parts) {
        Arrays.stream(parts).forEach(ONE.deployment::kill);
    }

    /** This part alone is started again. */
    static void startAlone(PartName part) {
        ONE.deployment.up(Set.of(part));
    }

    /** What firmware doors on other machines show. */
    static Path doorsSecret() {
        return ONE.doorsSecret;
    }

    static Path home() {
        return ONE.deployment.home();
    }

    static int tlsPort(PartName service) {
        return Integer.parseInt(ONE.environment.get(service.tlsPortVariable()));
    }

    static int tftpPort() {
        return Integer.parseInt(ONE.environment.get("FINGERPOST_TFTP_PORT"));
    }

    /** Where the gateway hears phones that ask their LAN. */
    static String plugAndPlay() {
        return "127.0.0.1:" + ONE.environment.get(PLUG_AND_PLAY + "PORT");
    }

    /** Where it sends them: the one origin in front of the three services. */
    static String plugAndPlayFolder() {
        return ONE.environment.get(PLUG_AND_PLAY + "URL");
    }

    private static Map<String, String> freePorts() {
        Set<Integer> chosen = new HashSet<>();
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("FINGERPOST_"));
        for (String service : new String[] {"REDIRECT", "CONFIG", "FIRMWARE"}) {
            environment.put("FINGERPOST_" + service + "_PORT", freePort(chosen));
            environment.put("FINGERPOST_" + service + "_TLS_PORT", freePort(chosen));
        }
        environment.put("FINGERPOST_HTTP_PORT", freePort(chosen));
        environment.put("FINGERPOST_TFTP_PORT", freePort(chosen));
        environment.put(PLUG_AND_PLAY + "ENABLED", "true");
        environment.put(
                PLUG_AND_PLAY + "URL",
                "http://127.0.0.1:" + environment.get("FINGERPOST_HTTP_PORT") + "/gs/");
        // The group would be heard by other runs on this machine, and wants a route.
        environment.put(PLUG_AND_PLAY + "ADDRESS", "127.0.0.1");
        environment.put(PLUG_AND_PLAY + "PORT", freePort(chosen));
        return environment;
    }

    private static String freePort(Set<Integer> chosen) {
        int port = Ports.pick(chosen);
        chosen.add(port);
        return Integer.toString(port);
    }
}
