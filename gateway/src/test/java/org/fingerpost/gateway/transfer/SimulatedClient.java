package org.fingerpost.gateway.transfer;

import java.io.ByteArrayOutputStream;
import java.util.function.IntConsumer;
import org.fingerpost.gateway.packets.Packet;

/**
 * Receives as RFC 7440 says: acknowledges each full window and the end, a gap as soon as it sees
 * one, and again what it was sent again; if nothing comes it says its last word again. Written from
 * the RFC, apart from the sender.
 */
final class SimulatedClient {
    private final int block;
    private final int window;
    private final IntConsumer acknowledge;
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private int expected = 1;
    private int sinceWord;
    private boolean gapTold;
    private boolean begun;
    private boolean done;

    SimulatedClient(int block, int window, IntConsumer acknowledge) {
        this.block = block;
        this.window = window;
        this.acknowledge = acknowledge;
    }

    void receive(Packet packet) {
        switch (packet) {
            case Packet.OptionAck _ -> {
                if (!begun || expected == 1) {
                    begun = true;
                    word();
                }
            }
            case Packet.Data(int number, byte[] bytes) -> data(number, bytes);
            default -> throw new AssertionError(packet);
        }
    }

    /** Nothing has come for a while. */
    void timeout() {
        if (begun && !done) {
            word();
        }
    }

    boolean isBegun() {
        return begun;
    }

    boolean isDone() {
        return done;
    }

    byte[] received() {
        return file.toByteArray();
    }

    private void data(int number, byte[] bytes) {
        int ahead = (short) (number - expected);
        if (ahead > 0 && !gapTold || ahead == -1 && sinceWord == 0) {
            gapTold = ahead > 0;
            word();
        }
        if (ahead != 0 || done) {
            return;
        }
        gapTold = false;
        file.writeBytes(bytes);
        expected++;
        sinceWord++;
        done = bytes.length < block;
        if (done || sinceWord == window) {
            word();
        }
    }

    private void word() {
        sinceWord = 0;
        acknowledge.accept((expected - 1) & 0xffff);
    }
}
