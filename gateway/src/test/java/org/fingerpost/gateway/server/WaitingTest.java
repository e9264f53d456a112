package org.fingerpost.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
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

    private final AtomicLong passed = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();

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
                                            reader.bytes(new byte[length]);
                                        }
                                    }
                                }));
    }

    private void pass(Duration time) {
        passed.addAndGet(time.toNanos());
    }

    private TftpServer server(Files files) {
        return new TftpServer(
                Settings.USUAL,
                files,
                new SimpleMeterRegistry(),
                () -> System.nanoTime() + passed.get());
    }
}
