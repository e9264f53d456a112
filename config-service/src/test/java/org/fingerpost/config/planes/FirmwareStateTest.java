package org.fingerpost.config.planes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.fingerpost.brokers.Brokers;
import org.fingerpost.replica.Replica;
import org.fingerpost.replica.ReplicaSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirmwareStateTest {
    private static final String NOBODY = "127.0.0.1:1";

    @TempDir Path folder;

    private FirmwareState state;

    @BeforeEach
    void aDoorWithoutKafka() {
        Replica replica =
                Replica.open(ReplicaSettings.ofState("firmware", folder, Brokers.at(NOBODY)));
        state = new FirmwareState(replica, folder.resolve("firmware.absent"));
    }

    @AfterEach
    void close() {
        state.replica().close();
    }

    @Test
    void aDoorThatFoundNoFirmwareWaitsShorterTheNextTime() {
        Duration first = state.patience();

        assertThat(state.await(Duration.ofMillis(1))).isFalse();

        assertThat(Files.exists(state.absent())).isTrue();
        assertThat(state.patience()).isLessThan(first);
    }
}
