package org.fingerpost.launcher.kafka;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.fingerpost.launcher.machine.Command;
import org.fingerpost.launcher.machine.Ports;
import org.fingerpost.launcher.parts.PortClaim;
import org.fingerpost.launcher.parts.StreamPart;
import org.fingerpost.launcher.settings.OutsideKafka;
import org.fingerpost.launcher.settings.PartName;

/** A Kafka that somebody else runs. */
public record OutsideBroker(OutsideKafka broker) implements StreamPart {
    @Override
    public PartName name() {
        return PartName.KAFKA;
    }

    @Override
    public boolean outside() {
        return true;
    }

    @Override
    public OptionalInt port() {
        return OptionalInt.of(broker.port());
    }

    @Override
    public List<PortClaim> claims() {
        return List.of();
    }

    @Override
    public Command prepare() {
        throw new UnsupportedOperationException("an outside Kafka is not started");
    }

    @Override
    public boolean ready() {
        return Ports.answers(broker.host(), broker.port());
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public Path log() {
        return Path.of("-");
    }

    @Override
    public String address() {
        return broker.bootstrapServers();
    }
}
