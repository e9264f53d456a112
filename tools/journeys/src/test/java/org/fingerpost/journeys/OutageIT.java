package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.cli.events.SightingsReader;
import org.fingerpost.launcher.deployment.Deployment;
import org.fingerpost.launcher.settings.PartName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was acknowledged is kept, and phones are answered, whatever dies. */
class OutageIT {
    private static final AtomicInteger BLOCK = new AtomicInteger(0x20_00);
    private static final int WRITES = 60;

    private final Deployment town = Town.whole();
    private final Customer acme = Customer.in(town);

    @AfterEach
    void mend() {
        Town.whole();
    }

    @ParameterizedTest
    @EnumSource(
            value = PartName.class,
            names = {"REDIRECT", "KAFKA", "POSTGRESQL", "CONFIG"})
    void everyAcknowledgedWriteSurvivesTheDeathOf(PartName victim) throws Exception {
        String block = String.format("000b82%04x", BLOCK.getAndIncrement());
        Queue<String> ranges = new ConcurrentLinkedQueue<>();
        Queue<String> devices = new ConcurrentLinkedQueue<>();
        AtomicInteger begun = new AtomicInteger();
        Thread writer =
                Thread.ofPlatform()
                        .start(() -> {
                            for (int i = 0; i < WRITES; i++) {
                                begun.incrementAndGet();
                                write(block + String.format("%02x", i), ranges, devices);
                            }
                        });
        Soon.holds("a third of the writes has begun", () -> begun.get() > WRITES / 3);
        Town.kill(victim);
        writer.join();
        Town.whole();

        assertThat(ranges).isNotEmpty();
        assertThat(devices).isNotEmpty();
        assertThat(acme.ranges()).containsAll(ranges);
        for (String mac : ranges) {
            Soon.holds(
                    mac + " is redirected after the death of " + victim,
                    () -> status(door(PartName.REDIRECT, "/gs/cfg" + mac), mac) == 200);
        }
        for (String mac : devices) {
            assertThat(acme.deviceStatus(mac)).as(mac).isEqualTo(200);
            Soon.holds(
                    mac + " has its file after the death of " + victim,
                    () -> status(acme.configFolder() + "/cfg" + mac, mac) == 200);
        }
    }

    @Test
    void theDoorsAnswerAloneAndComeBackAlone() {
        String block = String.format("000b82%04x", BLOCK.getAndIncrement());
        String before = block + "01";
        String during = block + "02";
        assertThat(acme.register(block + "00", block + "ff")).isTrue();
        for (String mac : List.of(before, during)) {
            assertThat(acme.putDevice(mac, Map.of("P47", "sip.example.com")).statusCode())
                    .isEqualTo(201);
        }
        acme.release("2.0.0.1", "gxp2160fw.bin", new byte[100_000]);
        urls(before).values().forEach(url -> Soon.holds(url, () -> status(url, before) == 200));
        Soon.holds(
                "the config door knows both",
                () -> status(urls(during).get(PartName.CONFIG), before) == 200);

        Town.kill(PartName.KAFKA, PartName.POSTGRESQL);
        urls(during)
                .values()
                .forEach(url -> assertThat(status(url, during)).as(url).isEqualTo(200));
        urls(during)
                .forEach((door, url) -> {
                    Town.kill(door);
                    Town.startAlone(door);
                    assertThat(status(url, during)).as("%s, restarted", door).isEqualTo(200);
                });

        Town.whole();
        SightingsReader reader = new SightingsReader(town.kafkaBootstrapServers());
        for (PartName door : urls(during).keySet()) {
            // One answer with everything dead behind the door, one after its own death; nothing
            // lost, nothing twice.
            Soon.holds(
                    "both answers of " + door + " have arrived",
                    () -> served(reader, during, door) >= 2);
        }
        assertThat(served(reader, during, PartName.REDIRECT)).isEqualTo(2);
        assertThat(served(reader, during, PartName.FIRMWARE)).isEqualTo(2);
    }

    private Map<PartName, String> urls(String mac) {
        return Map.of(
                PartName.REDIRECT, door(PartName.REDIRECT, "/gs/cfg" + mac),
                PartName.CONFIG, acme.configFolder() + "/cfg" + mac + ".xml",
                PartName.FIRMWARE, acme.firmwareFolder() + "/gxp2160fw.bin");
    }

    private void write(String mac, Queue<String> ranges, Queue<String> devices) {
        try {
            if (acme.register(mac, mac)) {
                ranges.add(mac);
            }
            if (acme.putDevice(mac, Map.of("P47", "sip.example.com")).statusCode() == 201) {
                devices.add(mac);
            }
        } catch (UncheckedIOException e) {
            // Not acknowledged: nothing was promised.
        }
    }

    private static long served(SightingsReader reader, String mac, PartName door) {
        String service = door.name().toLowerCase(Locale.ROOT);
        return reader.of(mac).stream()
                .filter(seen -> seen.service().equals(service) && seen.status() == 200)
                .count();
    }

    /** As the phone with that MAC asks; 0 when nobody answers. */
    private static int status(String url, String mac) {
        try {
            return Http.get(url, "Grandstream Model HW GXP2160 SW 1.0.9.1 DevId " + mac)
                    .statusCode();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    private String door(PartName part, String path) {
        return town.url(part) + path;
    }
}
