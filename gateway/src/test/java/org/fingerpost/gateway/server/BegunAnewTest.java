package org.fingerpost.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.fingerpost.gateway.packets.Options;
import org.fingerpost.gateway.packets.Packet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that ask again while a transfer of theirs is under way. */
class BegunAnewTest {
    private static final String NAME = "/fw/key/a.bin";
    private static final Packet.Read REQUEST = new Packet.Read(NAME, "octet", Options.NONE);

    private final MadeFiles files = new MadeFiles();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong now = new AtomicLong();

    @Test
    void whoHasFallenSilentAndAsksAgainBeginsAnew() throws IOException {
        byte[] file = files.put(NAME, 2_000);
        try (TftpServer server = server(Settings.USUAL);
                RawClient client = new RawClient(server.port())) {
            client.send(REQUEST);
            client.receive();
            client.answer(new Packet.Ack(1));
            client.receive();
            int before = client.heardFrom();
            now.addAndGet(Duration.ofSeconds(1).toNanos());
            client.send(REQUEST);
            Packet.Data first = (Packet.Data) client.receive();
            while (client.heardFrom() == before) {
                first = (Packet.Data) client.receive(); // sent again, because time has passed
            }
            assertThat(first.block()).isEqualTo(1);
            assertThat(client.rest()).isEqualTo(file);
        }
    }

    @ParameterizedTest
    @EnumSource(TftpConfig.ReplyFrom.class)
    void aCopyOfTheRequestThatTheNetworkHasKeptDisturbsNobody(TftpConfig.ReplyFrom from)
            throws IOException {
        byte[] file = files.put(NAME, 1_000);
        try (TftpServer server = server(Settings.USUAL.answeringFrom(from));
                RawClient client = new RawClient(server.port())) {
            client.send(REQUEST);
            Packet.Data first = (Packet.Data) client.receive();
            client.answer(new Packet.Ack(1));
            Packet.Data second = (Packet.Data) client.receive();
            client.send(REQUEST);
            assertThat(client.receiveWithin(200)).isEmpty();
            client.answer(new Packet.Ack(2));
            assertThat(second.block()).isEqualTo(2);
            assertThat(first.bytes().length + second.bytes().length).isEqualTo(file.length);
            while (endings("complete") + endings("refused") == 0) {
                Thread.onSpinWait();
            }
            assertThat(endings("refused")).isZero();
        }
    }

    @Test
    void aCopyThatComesWhileBothWaitAsAgreedDisturbsNobody() throws IOException {
        files.put(NAME, 2_000);
        Packet.Read patient = new Packet.Read(NAME, "octet", Options.NONE.with("timeout", "4"));
        try (TftpServer server = server(Settings.USUAL);
                RawClient client = new RawClient(server.port())) {
            client.send(patient);
            client.receive();
            client.answer(new Packet.Ack(0));
            client.receive();
            int before = client.heardFrom();
            now.addAndGet(Duration.ofMillis(1_200).toNanos());
            client.send(patient);
            assertThat(client.receiveWithin(300)).isEmpty();
            client.answer(new Packet.Ack(1));
            assertThat(((Packet.Data) client.receive()).block()).isEqualTo(2);
            assertThat(client.heardFrom()).isEqualTo(before);
        }
    }

    private double endings(String ending) {
        return meters.get("fingerpost.tftp.transfers").tag("ending", ending).counter().count();
    }

    @Test
    void whereThereIsNoRoomForTheNextTheOneBeforeGoesOn() throws IOException {
        byte[] file = files.put(NAME, 2_000);
        Settings one = Settings.USUAL.answeringFrom(TftpConfig.ReplyFrom.ASKED_PORT);
        try (TftpServer server = server(one.withRoomFor(1, 1));
                RawClient client = new RawClient(server.port())) {
            client.send(REQUEST);
            client.receive();
            client.send(new Packet.Read("/fw/key/b.bin", "octet", Options.NONE));
            assertThat(client.rest()).isEqualTo(file);
        }
    }

    @Test
    void onThePortThatEverybodyKnowsEachWordBringsOneBlock() throws IOException {
        files.put(NAME, 20_000);
        Options windows = Options.NONE.with("windowsize", "16");
        Settings asked = Settings.USUAL.answeringFrom(TftpConfig.ReplyFrom.ASKED_PORT);
        try (TftpServer server = server(asked);
                RawClient client = new RawClient(server.port())) {
            client.send(new Packet.Read(NAME, "octet", windows));
            assertThat(client.receive())
                    .isEqualTo(new Packet.OptionAck(Options.NONE.with("windowsize", "1")));
        }
    }

    @Test
    void replyPortsComeInNoOrder() throws IOException {
        files.put(NAME, 2_000);
        Set<Integer> ports = new HashSet<>();
        List<RawClient> clients = new ArrayList<>();
        try (TftpServer server = server(Settings.USUAL)) {
            for (int asked = 0; asked < 64; asked++) {
                // Open until the end: a port that comes again is one that has asked already.
                RawClient client = new RawClient(server.port());
                clients.add(client);
                client.send(REQUEST);
                client.receive();
                ports.add(client.heardFrom());
            }
        } finally {
            for (RawClient client : clients) {
                client.close();
            }
        }
        // In turn they would be all 64; chance does that once in 10^27 times.
        assertThat(ports).hasSizeBetween(2, 63);
    }

    /** The other way to the kernel has a test of its own that says so. */
    Settings over(Settings settings) {
        return settings;
    }

    private TftpServer server(Settings settings) {
        return new TftpServer(over(settings), files, meters, now::get);
    }
}
