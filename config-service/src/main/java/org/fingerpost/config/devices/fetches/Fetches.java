package org.fingerpost.config.devices.fetches;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.brokers.Brokers;
import org.fingerpost.door.sightings.SightingsFollower;

/**
 * Hears from the sightings which files the doors have given, so that a window that was used at one
 * door closes at all.
 */
@ApplicationScoped
class Fetches {
    private static final String GROUP = "fingerpost-config-control";

    private final FetchListener listener;
    private final SightingsFollower follower;
    private final boolean controlPlane;

    Fetches(
            FetchListener listener,
            Brokers brokers,
            @ConfigProperty(name = "fingerpost.planes", defaultValue = "both") String planes) {
        this.listener = listener;
        this.controlPlane = !planes.equalsIgnoreCase("data");
        this.follower = new SightingsFollower(GROUP, brokers, this::take);
    }

    void start(@Observes StartupEvent event) {
        if (controlPlane) {
            follower.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        follower.stop();
    }

    private void take(List<byte[]> sightings) {
        List<Fetch> fetches = sightings.stream().map(Fetch::of).flatMap(Optional::stream).toList();
        if (!fetches.isEmpty()) {
            listener.heard(fetches);
        }
    }
}
