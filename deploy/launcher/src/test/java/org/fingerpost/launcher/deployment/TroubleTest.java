package org.fingerpost.launcher.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fingerpost.launcher.machine.LaunchFailure;
import org.fingerpost.launcher.settings.PartName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong while services start; PostgreSQL and Kafka stay away, so it is quick. */
class TroubleTest {
    private static final Set<PartName> SERVICES = Set.copyOf(PartName.services());

    @TempDir Path folder;
    private Site site;

    @BeforeEach
    void choosePlace() {
        site = new Site(folder.resolve("home"));
    }

    @AfterEach
    void stopAll() {
        site.deployment().down();
    }

    @Test
    void takenPortIsNamedWithItsOwnerAndVariableAndNothingIsStarted() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            int port = stranger.getLocalPort();
            site.environment.put("FINGERPOST_CONFIG_PORT", Integer.toString(port));
            assertThatThrownBy(() -> site.deployment().up(SERVICES))
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining("Port " + port + " is taken")
                    .hasMessageContaining("config")
                    .hasMessageContaining("FINGERPOST_CONFIG_PORT");
            assertThat(site.deployment().running()).isEmpty();
        }
    }

    @Test
    void brokersRememberedPortInForeignHandsIsSaid() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            site.deployment().up(Set.of(PartName.REDIRECT));
            Path ledger = site.deployment().home().resolve("ports.properties");
            Files.writeString(ledger, "kafka=" + stranger.getLocalPort() + "\n");
            assertThatThrownBy(() -> site.deployment().up(Set.of(PartName.KAFKA)))
                    .hasMessageContaining("Kafka, which had it before")
                    .hasMessageContaining("FINGERPOST_KAFKA_PORT");
        }
    }

    @Test
    void onePortForTwoIsRefused() {
        site.environment.put(
                "FINGERPOST_FIRMWARE_PORT", Integer.toString(site.port(PartName.REDIRECT)));
        assertThatThrownBy(() -> site.deployment().up(SERVICES))
                .hasMessageContaining("chosen for both");
    }

    @Test
    void serviceThatDiesIsReportedWithItsLastWordsButNoSecretAndTheOthersAreStopped()
            throws IOException {
        site.services.put(PartName.FIRMWARE, Site.standIn("die"));
        LaunchFailure failure =
                catchThrowableOfType(LaunchFailure.class, () -> site.deployment().up(SERVICES));
        String password =
                Files.readString(
                        site.deployment()
                                .home()
                                .resolve("postgresql/fingerpost_firmware.password"));
        assertThat(failure)
                .hasMessageContaining("firmware stopped while it was starting (exit code 7)")
                .hasMessageContaining("told to die")
                .hasMessageContaining("no use: (hidden)")
                .hasMessageNotContaining(password);
        assertThat(site.deployment().running()).isEmpty();
    }

    @Test
    void whatRanBeforeSurvivesAFailureBesideIt() {
        site.deployment().up(Set.of(PartName.REDIRECT));
        site.services.put(PartName.FIRMWARE, Site.standIn("die"));
        assertThatThrownBy(() -> site.deployment().up(SERVICES)).isInstanceOf(LaunchFailure.class);
        assertThat(site.deployment().running()).containsExactly(PartName.REDIRECT);
    }

    @Test
    void twoLaunchersAtOnceStartEverythingOnce() throws Exception {
        Callable<Set<PartName>> up = () -> site.deployment().up(Set.of(PartName.REDIRECT));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Set<PartName>>> both = threads.invokeAll(List.of(up, up));
            assertThat(both.get(0).get().size() + both.get(1).get().size()).isEqualTo(1);
        }
        assertThat(site.deployment().running()).containsExactly(PartName.REDIRECT);
    }

    @Test
    void startThatIsGivenUpLeavesNothingBehind() throws Exception {
        site.services.put(PartName.REDIRECT, Site.standIn("hang"));
        Deployment deployment = site.deployment();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Set<PartName>> up =
                    threads.submit(() -> deployment.up(Set.of(PartName.REDIRECT)));
            while (deployment.running().isEmpty() && !up.isDone()) {
                Thread.sleep(20);
            }
            deployment.stopStarted();
            assertThatThrownBy(up::get).hasMessageContaining("given up");
        }
        assertThat(deployment.running()).isEmpty();
    }

    @Test
    void forgottenOutsideServerIsNotReplacedByOurOwn() {
        site.environment.put("FINGERPOST_KAFKA_BOOTSTRAP", "127.0.0.1:1");
        site.deployment().up(Set.of(PartName.REDIRECT));
        assertThat(site.deployment().status().get(PartName.KAFKA.ordinal()).outside()).isTrue();
        site.environment.remove("FINGERPOST_KAFKA_BOOTSTRAP");
        assertThat(site.deployment().status().get(PartName.KAFKA.ordinal()).outside()).isTrue();
        assertThatThrownBy(() -> site.deployment().up())
                .hasMessageContaining("FINGERPOST_KAFKA_BOOTSTRAP");
        site.deployment().down();
        assertThat(site.deployment().status().get(PartName.KAFKA.ordinal()).outside()).isFalse();
    }

    @Test
    void statusOfWhatNeverWasMakesNoFolder() {
        assertThat(site.deployment().status()).noneMatch(Standing::ready);
        assertThat(site.deployment().home()).doesNotExist();
    }
}
