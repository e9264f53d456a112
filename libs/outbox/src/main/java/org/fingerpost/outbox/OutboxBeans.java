package org.fingerpost.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.brokers.Brokers;
import org.fingerpost.outbox.migrations.Migrations;

/**
 * The control plane's half of a service's start: brings the database to this version, then lets the
 * relay run. A database that is away keeps nobody waiting: the doors open without it, and this goes
 * on trying.
 */
@ApplicationScoped
class OutboxBeans {
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Migrations migrations;
    private final Relay relay;
    private final boolean controlPlane;
    private volatile boolean stopping;

    OutboxBeans(
            Migrations migrations,
            Relay relay,
            @ConfigProperty(name = "fingerpost.planes", defaultValue = "both") String planes) {
        this.migrations = migrations;
        this.relay = relay;
        this.controlPlane = !planes.equalsIgnoreCase("data");
    }

    @Produces
    @Singleton
    static Relay relay(
            AgroalDataSource dataSource,
            @ConfigProperty(name = "fingerpost.service") String service,
            Brokers brokers) {
        return new Relay(
                dataSource,
                new RelaySettings(
                        "fingerpost." + service + ".state",
                        "/fingerpost/" + service,
                        brokers.client(),
                        // another control process' writes; this one's own nudge
                        Duration.ofMillis(50)));
    }

    @Produces
    @Singleton
    static Outbox outbox(
            AgroalDataSource dataSource,
            TransactionSynchronizationRegistry transactions,
            Relay relay,
            ObjectMapper json) {
        return new Outbox(dataSource, transactions, relay::nudge, json);
    }

    /** Before the doors wait for their replicas, which may wait for what this publishes. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        migrations.endIfNothingElseIsWanted();
        if (!controlPlane) {
            return;
        }
        if (migrations.areDone()) {
            relay.start();
            return;
        }
        Thread.ofPlatform()
                .daemon()
                .name("migrations")
                .start(() -> {
                    while (!stopping) {
                        sleep();
                        if (migrations.areDone()) {
                            relay.start();
                            return;
                        }
                    }
                });
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        relay.close();
    }

    private static void sleep() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
