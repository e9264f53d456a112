package org.fingerpost.firmware.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fingerpost.firmware.compliance.Heard;
import org.fingerpost.firmware.names.Version;
import org.fingerpost.firmware.rollouts.Rollout;
import org.fingerpost.firmware.rollouts.Wave;
import org.fingerpost.firmware.waves.Limits;
import org.fingerpost.firmware.waves.StartWindow;
import org.fingerpost.firmware.waves.WaveSize;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.rule.Rule;
import org.fingerpost.rule.Salt;
import org.junit.jupiter.api.Test;

/** What a sighting says about a phone of a rollout. */
class DeedTest {
    private static final MacAddress PHONE = MacAddress.parse("000b82123456");
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final Salt SALT = new Salt(1, 2);

    @Test
    void aPhoneFetchesArrivesOrSaysAnotherVersion() {
        assertThat(of(heard("1.0", "gs_gxp2160fw.bin_2.0", 12, 3)))
                .contains(new Deed.Fetched(NOON, "1.0", true));
        assertThat(of(heard("1.0", "gxp2160fw.bin", 0, 3)))
                .contains(new Deed.Fetched(NOON, "1.0", false));
        assertThat(of(heard("2.0", "gxp2160fw.bin", 12, 3)))
                .as("who has it looks whether there is another")
                .contains(new Deed.Arrived(NOON, false));
        assertThat(of(heard("1.5", "phonebook.xml", 12, 0)))
                .contains(new Deed.Said(NOON, "1.5", false));
    }

    @Test
    void aFileThatTheRolloutDidNotGiveIsNoFetchOfIt() {
        assertThat(of(heard("1.0", "gxp2160fw.bin", 12, 0)))
                .contains(new Deed.Said(NOON, "1.0", false));
        assertThat(of(heard("1.0", "gxp2160fw.bin", 12, 4)))
                .as("another rollout's")
                .contains(new Deed.Said(NOON, "1.0", false));
    }

    @Test
    void othersPhonesThoseNotLetInAndThoseThatSayNothingDoNothing() {
        assertThat(of(heard(true, 8, "1.0", "gxp2160fw.bin", 12, 3))).isEmpty();
        assertThat(Deed.of(rollout(0), heard("1.0", "gxp2160fw.bin", 12, 3))).isEmpty();
        assertThat(of(heard("", "", 0, 0))).isEmpty();
    }

    @Test
    void whatAPhoneDidBeforeItsWaveOpenedDoesNotCount() {
        Heard late = heard("2.0", "", 0, 0);
        Rollout later = rollout(Salt.PLACES, NOON.plusMillis(1));

        assertThat(Deed.of(later, late)).isEmpty();
        assertThat(Deed.of(rollout(Salt.PLACES, NOON), late)).isPresent();
    }

    @Test
    void whoIsRefusedHasNotComeBack() {
        assertThat(of(heard(true, 7, "2.0", "", 0, 0))).isPresent();
        assertThat(of(heard(false, 7, "2.0", "", 0, 0))).isEmpty();
    }

    private static Optional<Deed> of(Heard heard) {
        return Deed.of(rollout(Salt.PLACES), heard);
    }

    private static Heard heard(String version, String fetched, long whole, long rollout) {
        return heard(true, 7, version, fetched, whole, rollout);
    }

    private static Heard heard(
            boolean answered,
            long provider,
            String version,
            String fetched,
            long whole,
            long rollout) {
        return new Heard(
                new UUID(1, 2),
                "firmware",
                provider,
                PHONE,
                NOON,
                answered,
                "GXP2160",
                version,
                fetched,
                whole,
                rollout,
                false);
    }

    private static Rollout rollout(long open) {
        return rollout(open, NOON.minusSeconds(1));
    }

    private static Rollout rollout(long open, Instant opened) {
        return new Rollout(
                3,
                7,
                12,
                new Version("2.0"),
                Optional.empty(),
                Rollout.State.RUNNING,
                "",
                new Rule(Set.of("GXP21xx"), List.of(), Set.of(), SALT, open),
                List.of(
                        new Wave(
                                1,
                                new WaveSize.Percent(100),
                                Optional.of(new Wave.Opened(opened, open, 9)))),
                StartWindow.ANY_TIME,
                new Limits(90, 2, 3, Duration.ofMinutes(15), Duration.ofHours(4)),
                new Rollout.Telling(Optional.empty(), Optional.empty()),
                NOON,
                "key",
                Optional.empty());
    }
}
