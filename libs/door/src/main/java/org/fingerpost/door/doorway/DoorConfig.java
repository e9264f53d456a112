package org.fingerpost.door.doorway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What only the door can be told. */
@ConfigMapping(prefix = "fingerpost.door")
public interface DoorConfig {
    /**
     * What the spool may take on the disk while Kafka is away; at about 400 bytes a sighting the
     * default holds two and a half million. Beyond it sightings are dropped and counted.
     */
    @WithDefault("1G")
    MemorySize spoolMaxSize();

    /** For how long Kafka keeps sightings, if this door is the one to create the topic. */
    @WithDefault("7d")
    Duration sightingsRetention();

    /**
     * Whether by TLS even {@code /api/} and {@code /q/} are a phone's, who gets the bare 404 there.
     * For a door whose TLS is handed on to it unopened, by something that sees no path.
     */
    @WithDefault("false")
    boolean tlsForPhonesOnly();

    /**
     * Whether the log has a line for each request of a phone: door, kind of file, status, MAC,
     * provider, bytes and milliseconds.
     */
    @WithDefault("false")
    boolean accessLog();

    /**
     * How many providers have a label of their own in the metrics, the first that are asked for
     * since the start; the rest are counted together.
     */
    @WithDefault("100")
    int meteredProviders();
}
