package org.fingerpost.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.epoll.Epoll;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.fingerpost.gateway.packets.ErrorCode;
import org.fingerpost.gateway.packets.Options;
import org.fingerpost.gateway.packets.Packet;
import org.fingerpost.gateway.packets.PacketWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TftpServerTest {
    private static final String NAME = "/fw/key/a.bin";
    private static final Options PHONE =
            Options.NONE
                    .with("grandstream_MODEL", "HT502")
                    .with("grandstream_ID", "000B82123456")
                    .with("grandstream_REV_PHONE", "001.000.007.006");

    private final MadeFiles files = new MadeFiles();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @Test
    void aFileComesFromANewPort() throws IOException {
        byte[] file = files.put(NAME, 1_000);
        TftpServer server = server(Settings.USUAL);
        RawClient client = client(server);
        client.send(new Packet.Read(NAME, "OCTET", Options.NONE));
        assertThat(client.receive()).isInstanceOf(Packet.Data.class);
        assertThat(client.heardFrom()).isNotEqualTo(server.port());
        assertThat(client.rest()).isEqualTo(file);
    }

    /** RFC 1123, 4.1.3.5; Netty leaves it to the kernel. */
    @Test
    void theAddressThatWasAskedAnswers() throws IOException {
        TftpConfig config = over(Settings.USUAL.atAllAddresses());
        assumeTrue(config.sockets() == TftpConfig.Sockets.LINUX, "this way cannot say so");
        byte[] file = files.put(NAME, 1_000);
        InetAddress second = InetAddress.getByName("127.0.0.2");
        for (Options options : List.of(Options.NONE, Options.NONE.with("grandstream_NAT", "1"))) {
            RawClient client =
                    new RawClient(second, server(Settings.USUAL.atAllAddresses()).port());
            opened.add(client);
            client.send(new Packet.Read(NAME, "octet", options));
            client.receive();
            assertThat(client.heardAt()).isEqualTo(second);
            assertThat(client.rest()).isEqualTo(file);
        }
    }

    /** RFC 1123, 4.2.3.5. Only the kernel's own interface tells where a packet was sent to. */
    @Test
    void aRequestToEverybodyIsPassedOverInSilence() throws IOException {
        assumeTrue(Epoll.isAvailable(), "no epoll here");
        byte[] file = files.put(NAME, 1_000);
        RawClient client = client(server(Settings.USUAL.atAllAddresses()));
        client.sendToAll(new Packet.Read("/fw/key/everybody.bin", "octet", PHONE));
        client.send(new Packet.Read(NAME, "octet", Options.NONE));
        client.receive();
        assertThat(client.rest()).isEqualTo(file);
        assertThat(files.phones()).hasSize(1);
    }

    @Test
    void aPhoneBehindNatIsAnsweredFromThePortThatItAsked() throws IOException {
        byte[] file = files.put(NAME, 1_000);
        TftpServer server = server(Settings.USUAL);
        RawClient client = client(server);
        client.send(new Packet.Read(NAME, "octet", PHONE.with("grandstream_NAT", "1")));
        client.receive();
        assertThat(client.heardFrom()).isEqualTo(server.port());
        assertThat(client.rest()).isEqualTo(file);
    }

    @Test
    void everyPhoneIsIfTheServerIsToldSo() throws IOException {
        byte[] file = files.put(NAME, 1_000);
        TftpServer server = server(Settings.USUAL.answeringFrom(TftpConfig.ReplyFrom.ASKED_PORT));
        RawClient client = client(server);
        client.send(new Packet.Read(NAME, "octet", Options.NONE));
        client.receive();
        assertThat(client.heardFrom()).isEqualTo(server.port());
        assertThat(client.rest()).isEqualTo(file);
    }

    @Test
    void whatAPhoneSaysOfItselfIsHandedOn() throws IOException {
        files.put(NAME, 10);
        RawClient client = client(server(Settings.USUAL));
        client.send(new Packet.Read(NAME, "octet", PHONE));
        client.receive();
        assertThat(files.phones().getFirst().userAgent())
                .contains("Grandstream Model HW HT502 SW 1.0.7.6 DevId 000b82123456");
    }

    @Test
    void aRequestThatComesTwiceIsAnsweredOnce() throws IOException {
        files.put(NAME, 1_000);
        RawClient client = client(server(Settings.USUAL));
        client.send(new Packet.Read(NAME, "octet", Options.NONE));
        client.send(new Packet.Read(NAME, "octet", Options.NONE));
        assertThat(client.receive()).isInstanceOf(Packet.Data.class);
        assertThat(client.receiveWithin(300)).isEmpty();
    }

    @Test
    void nothingIsWritten() throws IOException {
        RawClient client = client(server(Settings.USUAL));
        client.send(new Packet.Write(NAME, "octet", Options.NONE));
        refused(client, ErrorCode.ACCESS_VIOLATION, "nothing is written here");
    }

    @Test
    void otherModesAreRefused() throws IOException {
        files.put(NAME, 10);
        RawClient client = client(server(Settings.USUAL));
        client.send(new Packet.Read(NAME, "netascii", Options.NONE));
        refused(client, ErrorCode.ILLEGAL_OPERATION, "files are sent in mode octet only");
    }

    @Test
    void whatIsNotThereIsNotFound() throws IOException {
        RawClient client = client(server(Settings.USUAL));
        client.send(new Packet.Read("/fw/key/b.bin", "octet", Options.NONE));
        refused(client, ErrorCode.FILE_NOT_FOUND, "no such file");
    }

    @Test
    void nonsenseIsNotAnswered() throws IOException {
        RawClient client = client(server(Settings.USUAL));
        client.sendBytes(new byte[] {0, 9, 1, 2, 3});
        client.sendBytes(new byte[0]);
        assertThat(client.receiveWithin(200)).isEmpty();
        assertThat(meters.get("fingerpost.tftp.garbled").counter().count()).isEqualTo(2);
    }

    @Test
    void anyDatagramsLeaveItServing() throws IOException {
        byte[] file = files.put(NAME, 1_000);
        TftpServer server = server(Settings.USUAL.withRoomFor(100, 50));
        Random random = new Random(20_124);
        byte[] request =
                PacketWriter.write(new Packet.Read(NAME, "octet", PHONE.with("blksize", "600")));
        for (int sender = 0; sender < 20; sender++) {
            RawClient client = client(server);
            for (int count = 0; count < 500; count++) {
                byte[] bytes = Arrays.copyOf(request, random.nextInt(request.length + 10));
                for (int change = random.nextInt(4); change > 0 && bytes.length > 0; change--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                client.sendBytes(bytes);
            }
        }
        RawClient phone = client(server);
        Packet first = null;
        for (int tries = 0; first == null && tries < 60; tries++) {
            // There may be no room until those that nobody acknowledges are over.
            phone.send(new Packet.Read(NAME, "octet", Options.NONE));
            first = phone.receiveWithin(1_000).orElse(null);
        }
        assertThat(first).isInstanceOf(Packet.Data.class);
        assertThat(phone.rest()).isEqualTo(file);
    }

    @Test
    void beyondItsRoomTheServerIsSilent() throws IOException {
        files.put(NAME, 1_000);
        TftpServer server = server(Settings.USUAL.withRoomFor(10, 1));
        RawClient first = client(server);
        first.send(new Packet.Read(NAME, "octet", Options.NONE));
        first.receive();
        RawClient second = client(server);
        second.send(new Packet.Read(NAME, "octet", Options.NONE));
        assertThat(second.receiveWithin(200)).isEmpty();

        first.answer(new Packet.Ack(77));
        second.send(new Packet.Read(NAME, "octet", Options.NONE));
        assertThat(second.receiveWithin(200)).as("a word about nothing is none").isEmpty();

        // Whoever has said a word is no forger: there is room for the next one.
        first.answer(new Packet.Ack(1));
        first.receive();
        second.send(new Packet.Read(NAME, "octet", Options.NONE));
        assertThat(second.receive()).isInstanceOf(Packet.Data.class);
    }

    @Test
    void aTakenPortStopsTheStartWithASentence() {
        TftpServer server = server(Settings.USUAL);
        TftpConfig same = over(Settings.USUAL.at(server.port()));
        assertThatThrownBy(() -> new TftpServer(same, files, meters, System::nanoTime))
                .hasMessageStartingWith("TFTP cannot listen at 127.0.0.1, UDP port ");
    }

    private static void refused(RawClient client, ErrorCode code, String text) throws IOException {
        assertThat(client.receive()).isEqualTo(new Packet.Failure(code, text));
        assertThat(client.receiveWithin(100)).isEqualTo(Optional.empty());
    }

    /** The other way to the kernel has a test of its own that says so. */
    Settings over(Settings settings) {
        return settings;
    }

    private TftpServer server(Settings settings) {
        TftpServer server = new TftpServer(over(settings), files, meters, System::nanoTime);
        opened.add(server);
        return server;
    }

    private RawClient client(TftpServer server) throws IOException {
        RawClient client = new RawClient(server.port());
        opened.add(client);
        return client;
    }
}
