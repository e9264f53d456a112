package org.fingerpost.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.fingerpost.gateway.names.Destination;
import org.fingerpost.gateway.names.Door;
import org.fingerpost.gateway.packets.ErrorCode;
import org.fingerpost.gateway.packets.Options;
import org.fingerpost.gateway.packets.Packet;
import org.fingerpost.gateway.upstream.Files;
import org.fingerpost.gateway.upstream.Found;
import org.fingerpost.gateway.upstream.Source;
import org.junit.jupiter.api.Test;

/** Transfers that wait for a file, or for its bytes. */
class WaitingTest {
    private static final Packet.Read REQUEST =
            new Packet.Read("/fw/key/a.bin", "octet", Options.NONE);
    private static final Packet NOT_NOW =
            new Packet.Failure(ErrorCode.SEE_MESSAGE, Sessions.NOT_NOW);

    private static final Destination BROKEN =
            new Destination.At(Door.FIRMWARE, "/fw/key/broken.bin");

    private final AtomicLong passed = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void aFileThatNobodyFindsIsNotWaitedForForever() throws IOException {
        try (TftpServer server = server((_, _, _, _) -> {});
                RawClient client = new RawClient(server.port())) {
            client.send(REQUEST);
            assertThat(client.receiveWithin(100)).isEmpty();
            pass(Duration.ofSeconds(20));
            assertThat(client.receive()).isEqualTo(NOT_NOW);
        }
    }

    @Test
    void bytesThatNeverComeAreNotWaitedForForever() throws IOException {
        try (TftpServer server = server(failing(Integer.MAX_VALUE));
                RawClient client = new RawClient(server.port())) {
            client.send(REQUEST);
            assertThat(client.receiveWithin(100)).isEmpty();
            pass(Duration.ofSeconds(20));
            assertThat(client.receive()).isEqualTo(NOT_NOW);
        }
    }

    @Test
    void bytesThatCouldNotBeHadAreAskedForAgain() throws IOException {
        try (TftpServer server = server(failing(1));
                RawClient client = new RawClient(server.port())) {
            client.send(REQUEST);
            assertThat(client.receiveWithin(100)).isEmpty();
            pass(Duration.ofSeconds(1));
            assertThat(client.receive()).isInstanceOf(Packet.Data.class);
            assertThat(reads).hasValue(2);
        }
    }

    @Test
    void oneThatBreaksDoesNotStopTheClockOfTheOthers() throws IOException {
        Files files =
                (destination, _, _, then) ->
                        then.accept(new Found.File(new Breaking(destination.equals(BROKEN))));
        try (TftpServer server = server(files);
                RawClient broken = new RawClient(server.port());
                RawClient client = new RawClient(server.port())) {
            broken.send(new Packet.Read("/fw/key/broken.bin", "octet", Options.NONE));
            assertThat(broken.receiveWithin(100)).isEmpty();
            client.send(REQUEST);
            Packet first = client.receive();
            pass(Duration.ofSeconds(2));
            assertThat(client.receive()).isEqualTo(first);
        }
    }

    @Test
    void whoGoesOnToAnotherFileTakesNoMorePlacesThanThereAre() throws IOException {
        List<Consumer<Found>> asked = new CopyOnWriteArrayList<>();
        Settings few = Settings.USUAL.withRoomFor(100, 4);
        try (TftpServer server = server(few, (_, _, _, then) -> asked.add(then));
                RawClient client = new RawClient(server.port())) {
            for (int number = 0; number < 10; number++) {
                client.send(
                        new Packet.Read(
                                "/fw/key/" + number,
                                "octet",
                                Options.NONE.with("grandstream_NAT", "1")));
            }
            while (meters.get("fingerpost.tftp.crowded").counter().count() < 6) {
                assertThat(asked).hasSizeLessThan(5);
                Thread.onSpinWait();
            }
            assertThat(asked).hasSize(4);

            asked.forEach(then -> then.accept(new Found.None()));
            assertThat(client.receive()).isInstanceOf(Packet.Failure.class);
            client.send(REQUEST);
            while (asked.size() < 5) {
                Thread.onSpinWait();
            }
        }
    }

    /** Has no bytes at once, and then a fault; or is sound. */
    private static final class Breaking implements Source {
        private final boolean breaks;
        private boolean tried;

        Breaking(boolean breaks) {
            this.breaks = breaks;
        }

        @Override
        public long size() {
            return 7;
        }

        @Override
        public long held() {
            return 0;
        }

        @Override
        public void read(long offset, int length, Reader reader) {
            if (!breaks) {
                reader.bytes(new byte[length], 0, length);
            } else if (tried) {
                throw new IllegalStateException("broken on purpose");
            } else {
                tried = true;
                reader.away();
            }
        }
    }

    private Files failing(int times) {
        return (_, _, _, then) ->
                then.accept(
                        new Found.File(
                                new Source() {
                                    @Override
                                    public long size() {
                                        return 7;
                                    }

                                    @Override
                                    public long held() {
                                        return 0;
                                    }

                                    @Override
                                    public void read(long offset, int length, Reader reader) {
                                        if (reads.incrementAndGet() <= times) {
                                            reader.away();
                                        } else {
                                            reader.bytes(new byte[length], 0, length);
                                        }
                                    }
                                }));
    }

    private void pass(Duration time) {
        passed.addAndGet(time.toNanos());
    }

    private TftpServer server(Files files) {
        return server(Settings.USUAL, files);
    }

    private TftpServer server(Settings settings, Files files) {
        return new TftpServer(settings, files, meters, () -> System.nanoTime() + passed.get());
    }
}
