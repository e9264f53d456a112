package org.fingerpost.gateway.transfer;

import java.util.Optional;
import org.fingerpost.gateway.packets.ErrorCode;
import org.fingerpost.gateway.packets.Packet;
import org.fingerpost.gateway.packets.PacketWriter;

/**
 * Sends one file (RFC 1350, with the windows of RFC 7440).
 *
 * <p>What is sent again, and when:
 *
 * <ul>
 *   <li>An acknowledgement of a block in the middle of a window says that the next one was lost:
 *       the window begins anew behind it, unless it has done so within a round trip: then the word
 *       is about what was sent before.
 *   <li>One that says nothing new sends nothing at all: if each brought a packet, one that came
 *       twice would double all that follow (the sorcerer's apprentice, RFC 1123, 4.2.3.1). In a
 *       window it may mean that the first block was lost. Then the next word is awaited for two
 *       round trips instead of the whole time-out, which a window that is acknowledged ends.
 *   <li>Before the first word of the client one packet goes out, and twice again: its address may
 *       be forged.
 * </ul>
 *
 * <p>For one thread at a time. Times are nanoseconds of whoever's clock.
 */
public final class Transfer {
    private static final int BLOCKS_ON_THE_WIRE = 0x1_0000;

    private final Terms terms;
    private final Line line;
    private final Pace pace;
    private final Window window;
    private final long last;

    /** Set until the client has taken the terms. */
    private Optional<byte[]> offer;

    private long acknowledged;
    private long sent;

    /** The highest block ever sent: what is acknowledged may lie beyond what is being repeated. */
    private long reached;

    private boolean wishing;
    private boolean over;
    private boolean gapSuspected;
    private boolean repeated;
    private long sentAt;
    private long restartedAt = Long.MIN_VALUE / 2;
    private long deadline = Long.MAX_VALUE;

    public Transfer(Terms terms, Line line) {
        this.terms = terms;
        this.line = line;
        this.pace = new Pace(terms.timeout());
        this.last = terms.lastBlock();
        this.window = new Window(terms);
        this.offer =
                terms.agreed().isEmpty()
                        ? Optional.empty()
                        : Optional.of(PacketWriter.write(new Packet.OptionAck(terms.agreed())));
    }

    /** Before anything else. */
    public void start(long now) {
        if (offer.isPresent()) {
            line.send(offer.get());
            awaitWord(now);
        }
        send(now);
    }

    /** The client has received the block of this number, and all before it. */
    public void acknowledge(int block, long now) {
        if (over) {
            return;
        }
        if (offer.isPresent()) {
            if (block == 0) {
                offer = Optional.empty();
                heard(now);
                send(now);
            }
            return;
        }
        long news = Math.floorMod(block - acknowledged, (long) BLOCKS_ON_THE_WIRE);
        if (news == 0) {
            suspectGap();
        } else if (news <= reached - acknowledged) {
            advance(acknowledged + news, now);
        }
    }

    /**
     * The bytes that were wished for, all of them.
     *
     * @param in where they lie among others; it is kept until they are acknowledged, and nobody
     *     changes it
     */
    public void bytes(byte[] in, int from, int length, long now) {
        if (over) {
            return;
        }
        wishing = false;
        window.add(in, from, length);
        window.addEmptyEnd();
        send(now);
    }

    /** The client has sent an error: it wants no more. */
    public void refuse() {
        end(Ending.REFUSED);
    }

    /** There are no bytes; the client is told so. */
    public void fail(ErrorCode code, String text) {
        if (!over) {
            line.send(PacketWriter.write(new Packet.Failure(code, text)));
            end(Ending.FAILED);
        }
    }

    /** When {@link #tick} has something to do; {@code Long.MAX_VALUE} for never. */
    public long deadline() {
        return deadline;
    }

    /** Time has passed. */
    public void tick(long now) {
        if (over || now < deadline) {
            return;
        }
        if (!pace.again(now)) {
            end(Ending.ABANDONED);
            return;
        }
        repeated = true;
        if (offer.isPresent()) {
            line.send(offer.get());
            awaitWord(now);
        } else {
            sent = acknowledged;
            send(now);
        }
    }

    /** Whether the client has acknowledged anything that it was sent. */
    public boolean isHeard() {
        return pace.isHeard();
    }

    /**
     * The bytes of the blocks that it holds; what it keeps with them is in {@link Terms#mostHeld}.
     */
    public int held() {
        return window.bytes();
    }

    private void advance(long block, long now) {
        heard(now);
        acknowledged = block;
        window.forgetThrough(block);
        if (block == last) {
            end(Ending.COMPLETE);
            return;
        }
        if (block < reached && !pace.within(now - restartedAt)) {
            restartedAt = now;
            repeated = true;
            sent = block;
        }
        sent = Math.max(sent, block);
        send(now);
        if (deadline == Long.MAX_VALUE && sent > acknowledged) {
            awaitWord(now);
            suspectGap();
        }
    }

    private void heard(long now) {
        if (!repeated) {
            pace.measure(now - sentAt);
        }
        repeated = false;
        gapSuspected = false;
        deadline = Long.MAX_VALUE;
        pace.progress();
    }

    private void suspectGap() {
        if (terms.windowSize() > 1 && !gapSuspected && sent > acknowledged) {
            gapSuspected = true;
            pace.gap().ifPresent(wait -> deadline = Math.min(deadline, sentAt + wait));
        }
    }

    /** What the window has room for, of what is here. */
    private void send(long now) {
        wish(now);
        if (over || offer.isPresent()) {
            return;
        }
        long through = Math.min(acknowledged + terms.windowSize(), window.next() - 1);
        if (sent < through) {
            for (long block = sent + 1; block <= through; block++) {
                window.send(block, line);
            }
            sent = through;
            reached = Math.max(reached, sent);
            awaitWord(now);
        }
    }

    private void awaitWord(long now) {
        sentAt = now;
        deadline = pace.next(now);
    }

    private void wish(long now) {
        long from = window.next();
        long room = acknowledged + terms.windowSize() + 1 - from;
        long offset = (from - 1) * terms.blockSize();
        if (wishing || room <= 0 || from > last) {
            return;
        }
        long blocks = Math.max(room, terms.atOnce());
        int length = (int) Math.min(blocks * terms.blockSize(), terms.size() - offset);
        if (length == 0) {
            window.addEmptyEnd();
            return;
        }
        wishing = true;
        line.wish(offset, length, now);
    }

    private void end(Ending ending) {
        if (!over) {
            over = true;
            deadline = Long.MAX_VALUE;
            line.over(ending);
        }
    }
}
