package org.fingerpost.gateway.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.gateway.packets.ErrorCode;
import org.fingerpost.gateway.packets.Options;
import org.fingerpost.gateway.packets.Packet;
import org.fingerpost.gateway.packets.PacketReader;
import org.junit.jupiter.api.Test;

class TransferTest {
    private static final Limits LIMITS = new Limits(1468, 32, 32 * 1024);
    private static final Options WINDOWS = Options.NONE.with("windowsize", "4");
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final List<String> out = new ArrayList<>();
    private Transfer transfer;
    private boolean instant = true;
    private long now;

    @Test
    void withoutOptionsTheFirstBlockAnswersTheRequest() {
        start(Options.NONE, 700);
        assertThat(told()).containsExactly("DATA 1");
        acknowledge(1);
        assertThat(told()).containsExactly("DATA 2");
        acknowledge(2);
        assertThat(told()).containsExactly("COMPLETE");
    }

    @Test
    void withOptionsTheirAcknowledgementComesFirstAndAlone() {
        start(WINDOWS, 4 * 512 + 100);
        assertThat(told()).containsExactly("OACK {windowsize=4}");
        acknowledge(1);
        assertThat(told()).isEmpty();
        acknowledge(0);
        assertThat(told()).containsExactly("DATA 1", "DATA 2", "DATA 3", "DATA 4");
        acknowledge(4);
        assertThat(told()).containsExactly("DATA 5");
        acknowledge(5);
        assertThat(told()).containsExactly("COMPLETE");
    }

    @Test
    void aFileThatEndsWithABlockHasAnEmptyBlockBehindIt() {
        start(Options.NONE, 512);
        acknowledge(1);
        assertThat(told()).containsExactly("DATA 1", "DATA 2 (0)");
        acknowledge(2);
        assertThat(told()).containsExactly("COMPLETE");
    }

    @Test
    void aMinuteOfSilenceIsTheMostThatAClientMayChoose() {
        start(Options.NONE.with("timeout", "20"), 5_000);
        acknowledge(0);
        told();
        pass(20 * SECOND);
        pass(20 * SECOND);
        assertThat(told()).containsExactly("DATA 1", "DATA 1");
        pass(20 * SECOND);
        assertThat(told()).containsExactly("ABANDONED");
    }

    @Test
    void whoHasSaidNothingGetsItsPacketsWithinSecondsWhateverItChose() {
        start(Options.NONE.with("timeout", "20"), 5_000);
        passSeconds(7);
        assertThat(told()).hasSize(4).last().isEqualTo("ABANDONED");
    }

    @Test
    void anEmptyFileIsOneEmptyBlock() {
        start(Options.NONE, 0);
        assertThat(told()).containsExactly("DATA 1 (0)");
    }

    @Test
    void anAcknowledgementThatComesTwiceBringsNothing() {
        start(Options.NONE, 5_000);
        acknowledge(1);
        told();
        acknowledge(1);
        acknowledge(0);
        acknowledge(77);
        assertThat(told()).isEmpty();
    }

    @Test
    void whoHasSaidNothingGetsThreePacketsAndNoMore() {
        start(Options.NONE, 5_000);
        passSeconds(60);
        assertThat(told()).containsExactly("DATA 1", "DATA 1", "DATA 1", "ABANDONED");
    }

    @Test
    void whoHasSaidNothingGetsTheTermsThreeTimes() {
        start(WINDOWS.with("timeout", "1"), 5_000);
        passSeconds(60);
        assertThat(told()).hasSize(4).last().isEqualTo("ABANDONED");
    }

    @Test
    void aLostBlockIsSentAgainWhenItsTimeIsOver() {
        start(Options.NONE.with("timeout", "2"), 5_000);
        acknowledge(0);
        told();
        pass(2 * SECOND - 1);
        assertThat(told()).isEmpty();
        pass(1);
        assertThat(told()).containsExactly("DATA 1");
    }

    @Test
    void aWindowBeginsAnewBehindTheBlockThatArrived() {
        start(WINDOWS, 50_000);
        acknowledge(0);
        told();
        acknowledge(2);
        assertThat(told()).containsExactly("DATA 3", "DATA 4", "DATA 5", "DATA 6");
    }

    @Test
    void aWindowWhoseFirstBlockWasLostIsSentAgainAfterTwoRoundTrips() {
        long roundTrip = Duration.ofMillis(10).toNanos();
        start(WINDOWS, 50_000);
        pass(roundTrip);
        acknowledge(0);
        told();
        pass(roundTrip);
        acknowledge(0);
        assertThat(told()).isEmpty();
        pass(2 * roundTrip);
        assertThat(told()).containsExactly("DATA 1", "DATA 2", "DATA 3", "DATA 4");
        acknowledge(0);
        pass(2 * roundTrip);
        assertThat(told()).isEmpty();
    }

    @Test
    void blocksGoOnCountingWhereTheirNumbersBeginAnew() {
        start(WINDOWS, 512L * 140_000);
        acknowledge(0);
        for (int block = 4; block <= 140_000; block += 4) {
            acknowledge(block & 0xffff);
        }
        assertThat(told())
                .containsSequence("DATA 65535", "DATA 0", "DATA 1")
                .endsWith("DATA 8928", "DATA 8929 (0)");
        acknowledge(140_001 & 0xffff);
        assertThat(told()).containsExactly("COMPLETE");
    }

    @Test
    void aClientsErrorEndsIt() {
        start(Options.NONE, 5_000);
        transfer.refuse();
        acknowledge(1);
        pass(100 * SECOND);
        assertThat(told()).containsExactly("DATA 1", "REFUSED");
    }

    @Test
    void bytesThatCannotBeHadEndItWithAWordToTheClient() {
        instant = false;
        start(Options.NONE, 5_000);
        assertThat(told()).containsExactly("wish 0+5000");
        pass(100 * SECOND);
        assertThat(told()).isEmpty();
        transfer.fail(ErrorCode.SEE_MESSAGE, "not now");
        assertThat(told()).containsExactly("ERROR SEE_MESSAGE not now", "FAILED");
    }

    @Test
    void nothingIsSentAgainWhileBytesAreAwaited() {
        start(Options.NONE, 9_000);
        for (int block = 1; block < 16; block++) {
            acknowledge(block);
        }
        instant = false;
        told();
        acknowledge(16);
        assertThat(told()).containsExactly("wish 8192+808");
        pass(100 * SECOND);
        assertThat(told()).isEmpty();
        transfer.bytes(new byte[808], 0, 808, now);
        assertThat(told()).containsExactly("DATA 17");
    }

    private void start(Options asked, long size) {
        transfer = new Transfer(Terms.agree(asked, size, LIMITS), new Recorded());
        transfer.start(now);
    }

    private void acknowledge(int block) {
        transfer.acknowledge(block, now);
    }

    private void passSeconds(int count) {
        for (int second = 0; second < count; second++) {
            pass(SECOND);
        }
    }

    private void pass(long nanos) {
        now += nanos;
        transfer.tick(now);
    }

    private List<String> told() {
        List<String> told = List.copyOf(out);
        out.clear();
        return told;
    }

    private final class Recorded implements Line {
        @Override
        public void send(byte[] packet) {
            out.add(
                    switch (PacketReader.read(ByteBuffer.wrap(packet))) {
                        case Packet.OptionAck(Options options) -> "OACK " + options;
                        case Packet.Failure(ErrorCode code, String text) ->
                                "ERROR " + code + " " + text;
                        case Packet.Ack _, Packet.Data _, Packet.Request _ ->
                                throw new AssertionError();
                    });
        }

        @Override
        public void send(int number, byte[] in, int from, int length) {
            out.add("DATA " + number + (length == 0 ? " (0)" : ""));
        }

        @Override
        public void wish(long offset, int length, long at) {
            if (instant) {
                transfer.bytes(new byte[length], 0, length, now);
            } else {
                out.add("wish " + offset + "+" + length);
            }
        }

        @Override
        public void over(Ending ending) {
            out.add(ending.name());
        }
    }
}
