package org.fingerpost.gateway.server;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.fingerpost.gateway.datagrams.Peers;
import org.fingerpost.gateway.datagrams.Port;
import org.fingerpost.gateway.packets.ErrorCode;
import org.fingerpost.gateway.packets.Packet;
import org.fingerpost.gateway.packets.PacketWriter;
import org.fingerpost.gateway.transfer.Ending;
import org.fingerpost.gateway.transfer.Line;
import org.fingerpost.gateway.transfer.Terms;
import org.fingerpost.gateway.transfer.Transfer;
import org.fingerpost.gateway.upstream.Source;

/** One request, from when it was heard until its transfer is over. */
final class Session implements Line {
    /** A phone asks four or five times, every five seconds mostly. */
    private static final long PATIENCE = Duration.ofSeconds(20).toNanos();

    private static final long BEFORE_ANOTHER_TRY = Duration.ofSeconds(1).toNanos();

    /**
     * Who begins anew has first waited for longer; who fetches says a word with each block. Behind
     * the time after which both have agreed to send again.
     */
    private static final long SILENCE_OF_WHO_HAS_GIVEN_UP = Duration.ofSeconds(1).toNanos();

    private final Sessions sessions;
    private final Packet.Read request;
    private final Peers peers;
    private final Port port;
    private final Network network;
    private final boolean blockByBlock;
    private Optional<Transfer> transfer = Optional.empty();
    private Optional<Source> source = Optional.empty();
    private final Source.Reader reader;

    /** Whether bytes of the file are wished for that have not come: so many, from there. */
    private boolean wishing;

    private long wishOffset;
    private int wishLength;

    /** Since when there is no file, or not what was wished of it. */
    private long waitingSince;

    /** When its file was last asked for bytes. */
    private long askedAt;

    private long tryAgain = Long.MAX_VALUE;
    private long claimed;
    private boolean heard;
    private long heardAt;

    /** After how long its client sends again, if that was agreed. */
    private long patience;

    private boolean sought;
    private boolean over;

    /**
     * @param blockByBlock where everybody knows the port, so that words may be forged: each brings
     *     one block at most
     */
    Session(
            Sessions sessions,
            Packet.Read request,
            Peers peers,
            Port port,
            Network network,
            boolean blockByBlock) {
        this.sessions = sessions;
        this.request = request;
        this.peers = peers;
        this.port = port;
        this.network = network;
        this.blockByBlock = blockByBlock;
        this.waitingSince = sessions.now();
        this.reader = sessions.reader(this);
    }

    InetSocketAddress client() {
        return peers.client();
    }

    Port port() {
        return port;
    }

    Network network() {
        return network;
    }

    boolean isHeard() {
        return heard;
    }

    /**
     * Whether its client is there, was not yet heard, or waits for what we wait for ourselves: the
     * same request is then one that the network has doubled, or that was sent again before the
     * answer had come.
     */
    boolean isWanted(long now) {
        return !heard || wishing || now - heardAt < patience + SILENCE_OF_WHO_HAS_GIVEN_UP;
    }

    /** Whether somebody looks for its file. */
    boolean isSought() {
        return sought;
    }

    boolean isOver() {
        return over;
    }

    void sought(boolean now) {
        sought = now;
    }

    long askedAt() {
        return askedAt;
    }

    /** What it may keep of its file, in bytes. */
    long claimed() {
        return claimed;
    }

    Optional<Source> source() {
        return source;
    }

    /** Whether it is the same request, sent again. */
    boolean answers(Packet.Read again) {
        return request.equals(again);
    }

    /** The file is there. */
    void begin(Source file, long now) {
        if (over) {
            return;
        }
        if (!sessions.hold(file)) {
            refuse(ErrorCode.SEE_MESSAGE, Sessions.NOT_NOW);
            return;
        }
        source = Optional.of(file);
        Terms terms = Terms.agree(request.options(), file.size(), sessions.limits(blockByBlock));
        patience = terms.timeout().map(Duration::toNanos).orElse(0L);
        claimed = Math.min(terms.mostHeld(), file.size());
        sessions.claim(this);
        transfer = Optional.of(new Transfer(terms, this));
        transfer.get().start(now);
    }

    /** There is no file. */
    void refuse(ErrorCode code, String text) {
        if (!over) {
            send(PacketWriter.write(new Packet.Failure(code, text)));
            over(Ending.FAILED);
        }
    }

    /** Nothing is sent any more. */
    void drop() {
        if (!over) {
            transfer.ifPresentOrElse(Transfer::refuse, () -> over(Ending.REFUSED));
        }
    }

    void receive(Packet packet, long now) {
        switch (packet) {
            case Packet.Ack(int block) when transfer.isPresent() -> {
                transfer.get().acknowledge(block, now);
                heardAt = now;
                if (!heard && !over && transfer.get().isHeard()) {
                    heard = true;
                    sessions.heard(this);
                }
            }
            case Packet.Failure _ -> drop();
            // Too early, or nothing that a client says.
            case Packet.Ack _, Packet.Data _, Packet.OptionAck _, Packet.Request _ -> {}
        }
    }

    void tick(long now) {
        boolean waits = transfer.isEmpty() || wishing;
        if (!over && waits && now - waitingSince >= PATIENCE) {
            transfer.ifPresentOrElse(
                    receiver -> receiver.fail(ErrorCode.SEE_MESSAGE, Sessions.NOT_NOW),
                    () -> refuse(ErrorCode.SEE_MESSAGE, Sessions.NOT_NOW));
        } else if (!over && tryAgain <= now) {
            read(now);
        }
        if (transfer.isPresent() && transfer.get().deadline() <= now) {
            transfer.get().tick(now);
        }
    }

    @Override
    public void send(byte[] packet) {
        port.send(peers, packet);
        sessions.sent(packet.length);
    }

    @Override
    public void send(int number, byte[] in, int from, int length) {
        port.send(peers, PacketWriter.headOfData(number), in, from, length);
        sessions.sent(Port.HEAD_BYTES + length);
    }

    @Override
    public void wish(long offset, int length, long now) {
        wishing = true;
        wishOffset = offset;
        wishLength = length;
        waitingSince = now;
        read(now);
    }

    private void read(long now) {
        askedAt = now;
        tryAgain = Long.MAX_VALUE;
        source.orElseThrow().read(wishOffset, wishLength, reader);
    }

    void bytes(byte[] in, int from, int length, long now) {
        wishing = false;
        transfer.ifPresent(receiver -> receiver.bytes(in, from, length, now));
    }

    /** What cannot be had now may be had in a moment: the phone is still there. */
    void away(long now) {
        tryAgain = now + BEFORE_ANOTHER_TRY;
    }

    @Override
    public void over(Ending ending) {
        if (!over) {
            over = true;
            sessions.over(this, ending);
        }
    }
}
