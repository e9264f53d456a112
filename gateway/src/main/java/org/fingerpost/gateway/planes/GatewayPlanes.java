package org.fingerpost.gateway.planes;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.util.Optional;
import org.fingerpost.gateway.plugandplay.PlugAndPlayConfig;
import org.fingerpost.gateway.plugandplay.Responder;
import org.fingerpost.gateway.server.TftpConfig;
import org.fingerpost.gateway.server.TftpServer;
import org.fingerpost.gateway.upstream.Finder;
import org.fingerpost.gateway.upstream.UpstreamConfig;
import org.fingerpost.gateway.upstream.doors.DoorsConfig;
import org.fingerpost.gateway.upstream.doors.HttpDoors;
import org.jboss.logging.Logger;

/** Starts and stops the TFTP server, and plug and play. */
@ApplicationScoped
public class GatewayPlanes {
    private static final Logger LOG = Logger.getLogger(GatewayPlanes.class);

    private Optional<HttpDoors> doors = Optional.empty();
    private Optional<TftpServer> tftp = Optional.empty();
    private Optional<Responder> plugAndPlay = Optional.empty();

    void start(
            @Observes StartupEvent event,
            TftpConfig config,
            DoorsConfig places,
            UpstreamConfig kept,
            PlugAndPlayConfig neighbours,
            Vertx vertx,
            MeterRegistry registry) {
        if (config.enabled()) {
            startTftp(config, places, kept, vertx, registry);
        }
        if (neighbours.enabled()) {
            Responder responder =
                    new Responder(neighbours, System::nanoTime, new SecureRandom(), registry);
            plugAndPlay = Optional.of(responder);
            LOG.infof(
                    "Plug and play listens at %s, UDP port %d",
                    neighbours.address(), responder.port());
        }
    }

    private void startTftp(
            TftpConfig config,
            DoorsConfig places,
            UpstreamConfig kept,
            Vertx vertx,
            MeterRegistry registry) {
        HttpDoors http = new HttpDoors(vertx, places);
        doors = Optional.of(http);
        Finder files = new Finder(http, kept, System::nanoTime);
        TftpServer server = new TftpServer(config, files, registry, System::nanoTime);
        tftp = Optional.of(server);
        LOG.infof("TFTP listens at %s, UDP port %d", config.host(), server.port());
    }

    void stop(@Observes ShutdownEvent event) {
        plugAndPlay.ifPresent(Responder::close);
        tftp.ifPresent(TftpServer::close);
        doors.ifPresent(HttpDoors::close);
    }

    /** The server, unless it was switched off. */
    public Optional<TftpServer> tftp() {
        return tftp;
    }

    /** Who answers plug and play, if it was switched on. */
    public Optional<Responder> plugAndPlay() {
        return plugAndPlay;
    }
}
