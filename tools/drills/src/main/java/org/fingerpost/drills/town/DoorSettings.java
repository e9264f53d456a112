package org.fingerpost.drills.town;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.launcher.deployment.Deployment;
import org.fingerpost.launcher.deployment.Programs;
import org.fingerpost.launcher.services.ServiceProgram;
import org.fingerpost.launcher.settings.PartName;

/** What a door of such a service is told at its start, besides what all are told. */
record DoorSettings(PartName service, Optional<Path> secret) {

    /** Tells the parts behind the doors, too, what they must share with them. */
    static DoorSettings of(PartName service, Path folder, Map<String, String> environment)
            throws IOException {
        if (service != PartName.FIRMWARE) {
            return new DoorSettings(service, Optional.empty());
        }
        Path secret =
                Files.writeString(
                        folder.resolve("doors.secret"), "one-word-that-all-firmware-doors-have");
        environment.put("FINGERPOST_FIRMWARE_DOORS_SECRET_FILE", secret.toString());
        // One provider publishes in minutes what others do in decades.
        environment.put("FINGERPOST_FIRMWARE_RELEASES_MOST", "1000000");
        return new DoorSettings(service, Optional.of(secret));
    }

    /** {@code kafka}: where it is, for a door. */
    Map<String, String> variables(Deployment town, String kafka) {
        Map<String, String> variables = new HashMap<>();
        variables.put("FINGERPOST_KAFKA_BOOTSTRAP_SERVERS", kafka);
        switch (service) {
            case CONFIG -> {
                variables.put(
                        "FINGERPOST_MASTER_KEY_FILE", town.home().resolve("master.key").toString());
                variables.put("FINGERPOST_CONFIG_PUBLIC_URL", town.url(service));
            }
            case FIRMWARE -> {
                variables.put("FINGERPOST_FIRMWARE_PUBLIC_URL", town.url(service));
                variables.put("FINGERPOST_FIRMWARE_DOORS_SOURCE", town.url(service));
                // Of a small disk a gibibyte would be all.
                variables.put("FINGERPOST_FIRMWARE_CACHE_RESERVE", "1M");
                secret.ifPresent(file ->
                        variables.put("FINGERPOST_FIRMWARE_DOORS_SECRET_FILE", file.toString()));
            }
            case REDIRECT, POSTGRESQL, KAFKA, GATEWAY -> {
                // Kafka is all that it needs.
            }
        }
        return variables;
    }

    /** The packaged service of this repository, or of an earlier version of it. */
    Path app(Optional<Path> old) {
        return old.map(root -> root.resolve(service.word() + "-service/target/quarkus-app"))
                .orElseGet(() ->
                        switch (Programs.ofSourceTree().services().get(service)) {
                            case ServiceProgram.QuarkusApp(Path app) -> app;
                            case ServiceProgram.Rehearsed _, ServiceProgram.CommandLine _ ->
                                    throw new IllegalStateException(
                                            "the source tree packages services");
                        });
    }
}
