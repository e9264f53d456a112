package org.fingerpost.fuzz.port;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Sockets of one network, all of one manner, and what they sent and got. */
final class Crowd implements AutoCloseable {
    /** Without an acknowledgement nobody gets more than a block of the usual size, and its head. */
    private static final int LARGEST_TO_THE_MUTE = 512 + 4;

    private final boolean mute;
    private final boolean nat;
    private final Datagrams datagrams;
    private final Random random;
    private final InetSocketAddress server;
    private final Findings findings;
    private final List<Peer> peers = new ArrayList<>();

    /** From where answers came, of those whom it last heard. */
    private final InetSocketAddress[] ports = new InetSocketAddress[64];

    private int portsKnown;
    private long sent;
    private long got;
    private int files;

    /**
     * @param mute whether it only asks and never says that anything has come
     * @param nat whether it wants its answers from the port that everybody knows
     */
    Crowd(
            int network,
            int size,
            boolean mute,
            boolean nat,
            Datagrams datagrams,
            Random random,
            InetSocketAddress server,
            Findings findings)
            throws IOException {
        this.mute = mute;
        this.nat = nat;
        this.datagrams = datagrams;
        this.random = random;
        this.server = server;
        this.findings = findings;
        for (int i = 1; i <= size; i++) {
            peers.add(new Peer("127.20." + network + "." + i));
        }
        Arrays.fill(ports, server);
    }

    boolean isMute() {
        return mute;
    }

    boolean isNat() {
        return nat;
    }

    long sent() {
        return sent;
    }

    long got() {
        return got;
    }

    /** Blocks and agreements, not errors, since it was last asked. */
    int takeFiles() {
        int taken = files;
        files = 0;
        return taken;
    }

    /** One datagram, of any of them, to the port that everybody knows or to one of the others. */
    void throwOne() throws IOException {
        Peer peer = peers.get(random.nextInt(peers.size()));
        if (mute) {
            send(peer, asking(datagrams.request(nat)), server);
        } else if (random.nextInt(3) == 0) {
            byte[] word = random.nextBoolean() ? datagrams.any(nat) : datagrams.other();
            send(peer, word, ports[random.nextInt(ports.length)]);
        } else {
            send(peer, datagrams.any(nat), server);
        }
    }

    /** Spoiling may have made a word of a request, and the mute say none. */
    private static byte[] asking(byte[] request) {
        if (request.length > 1 && (request[1] == Datagrams.ACK || request[1] == Datagrams.ERROR)) {
            request[1] = Datagrams.READ;
        }
        return request;
    }

    private void send(Peer peer, byte[] datagram, InetSocketAddress to) throws IOException {
        peer.send(datagram, to);
        sent++;
    }

    /**
     * Takes what has come in; those who are not mute answer it, well or badly, so often at most.
     */
    int drain(int mostAnswers) throws IOException {
        int answers = 0;
        for (Peer peer : peers) {
            for (Optional<Peer.Heard> heard = peer.poll(); heard.isPresent(); heard = peer.poll()) {
                account(heard.get());
                if (!mute && answers < mostAnswers) {
                    answers += answer(peer, heard.get());
                }
            }
        }
        return answers;
    }

    private void account(Peer.Heard heard) {
        got++;
        files += heard.is(Datagrams.ERROR) ? 0 : 1;
        ports[portsKnown++ % ports.length] = heard.from();
        findings.unless(
                !holds(heard.bytes(), NaiveFiles.MARK),
                "a file was sent that is none of those served");
        findings.unless(
                heard.is(Datagrams.DATA)
                        || heard.is(Datagrams.ERROR)
                        || heard.is(Datagrams.OPTION_ACK),
                "the server says nothing but blocks, errors and agreements");
        findings.unless(
                !mute || heard.bytes().length <= LARGEST_TO_THE_MUTE,
                "who has said no word gets packets of 516 bytes at most");
        boolean asked = heard.from().getPort() == server.getPort();
        findings.unless(
                nat || !asked,
                "answers come from the port that was asked only if grandstream_NAT is 1");
    }

    private int answer(Peer peer, Peer.Heard heard) throws IOException {
        int chance = random.nextInt(100);
        byte[] word =
                switch (chance / 5) {
                    case 0 -> datagrams.other();
                    case 1 -> datagrams.acknowledgement(datagrams.nextAck());
                    case 2 -> datagrams.acknowledgement(heard.number() + random.nextInt(7) - 3);
                    case 3 -> datagrams.request(nat);
                    case 4 -> datagrams.acknowledgement(0);
                    case 5, 6, 7, 8, 9 -> new byte[0];
                    default ->
                            datagrams.acknowledgement(
                                    heard.is(Datagrams.DATA) ? heard.number() : 0);
                };
        if (word.length == 0) {
            return 0;
        }
        send(peer, word, heard.from());
        if (chance % 10 == 0) {
            send(peer, word, heard.from()); // the network doubles it
        }
        return 1;
    }

    private static boolean holds(byte[] bytes, byte[] wanted) {
        for (int at = 0; at + wanted.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        for (Peer peer : peers) {
            peer.close();
        }
    }
}
