package org.fingerpost.bench.tftp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Many clients at once, each with a socket of its own for each file, on one thread: phones do not
 * stand on their server's machine, and a thread for each takes more of it than any server does.
 */
final class Crowd {
    private static final int ROUND_MILLIS = 100;
    private static final long ROUND_NANOS = ROUND_MILLIS * 1_000_000L;
    private static final long PATIENCE_NANOS = 1_000_000_000;
    private static final int MOST_SILENCES = 20;
    private static final int LONGEST_WORD = 512;

    /** One of them. */
    private static final class Member {
        private final DatagramChannel channel;
        private final Fetch fetch;
        private long sinceNanos;
        private int silences;

        Member(DatagramChannel channel, Fetch fetch) {
            this.channel = channel;
            this.fetch = fetch;
        }
    }

    private final Client kind;
    private final String name;
    private final ByteBuffer packet;
    private final ByteBuffer said = ByteBuffer.allocateDirect(LONGEST_WORD);
    private long bytes;

    /** Who has something to hear in this round, which began at that time. */
    private final List<Member> heard = new ArrayList<>();

    private long now = System.nanoTime();

    /** When it was last looked whose packets were lost. */
    private long lookedAt = now;

    /** Files that are to be begun. */
    private int left;

    /**
     * Files that are under way: a selector forgets a closed channel only when it is asked again.
     */
    private int open;

    /**
     * @param kind what each of them is like
     */
    Crowd(Client kind, String name) {
        this.kind = kind;
        this.name = name;
        this.packet = ByteBuffer.allocateDirect(Fetch.HEAD + kind.block());
    }

    /**
     * Fetches the file as often as is said.
     *
     * @param clients at once
     * @param files together
     * @return the bytes of all
     */
    long get(int clients, int files) throws IOException {
        bytes = 0;
        left = files;
        open = 0;
        try (Selector selector = Selector.open()) {
            try {
                for (int i = 0; i < clients; i++) {
                    begin(selector);
                }
                while (open > 0) {
                    round(selector);
                }
            } finally {
                for (SelectionKey key : selector.keys()) {
                    key.channel().close();
                }
            }
        }
        return bytes;
    }

    private void begin(Selector selector) throws IOException {
        if (left == 0) {
            return;
        }
        left--;
        open++;
        DatagramChannel channel = DatagramChannel.open();
        channel.configureBlocking(false);
        channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Member member = new Member(channel, new Fetch(name, kind.block(), kind.window()));
        channel.register(selector, SelectionKey.OP_READ, member);
        say(member);
    }

    private void round(Selector selector) throws IOException {
        heard.clear();
        selector.select(key -> heard.add((Member) key.attachment()), ROUND_MILLIS);
        now = System.nanoTime();
        if (now - lookedAt >= ROUND_NANOS) {
            lookedAt = now;
            for (SelectionKey key : selector.keys()) {
                remind((Member) key.attachment());
            }
        }
        for (Member member : heard) {
            hear(member);
            if (member.fetch.isDone()) {
                bytes += member.fetch.bytes();
                member.channel.close();
                open--;
                begin(selector);
            }
        }
    }

    /** As much as a window has, at most. */
    private void hear(Member member) throws IOException {
        for (int i = 0; i < kind.window() && !member.fetch.isDone(); i++) {
            Optional<SocketAddress> from = receive(member);
            if (from.isEmpty()) {
                return;
            }
            member.silences = 0;
            if (member.fetch.hear(packet.flip(), from.get())) {
                say(member);
            }
        }
    }

    /** From the first word on it is connected: that spares the kernel to look for the way. */
    private Optional<SocketAddress> receive(Member member) throws IOException {
        DatagramChannel channel = member.channel;
        packet.clear();
        if (channel.isConnected()) {
            return channel.read(packet) == 0 ? Optional.empty() : member.fetch.peer();
        }
        SocketAddress from = channel.receive(packet);
        if (from != null) {
            channel.connect(from);
        }
        return Optional.ofNullable(from);
    }

    /** What was lost is said again. */
    private void remind(Member member) throws IOException {
        if (member.fetch.isDone() || now - member.sinceNanos < PATIENCE_NANOS) {
            return;
        }
        if (++member.silences == MOST_SILENCES) {
            throw new IOException("the server is silent");
        }
        say(member);
    }

    private void say(Member member) throws IOException {
        member.sinceNanos = now;
        said.clear().put(member.fetch.said()).flip();
        if (member.channel.isConnected()) {
            member.channel.write(said);
        } else {
            member.channel.send(said, kind.server());
        }
    }
}
