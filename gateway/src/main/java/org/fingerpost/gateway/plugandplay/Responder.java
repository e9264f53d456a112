package org.fingerpost.gateway.plugandplay;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.fingerpost.gateway.plugandplay.HeardMeters.Heard;
import org.jboss.logging.Logger;

/**
 * Hears the group and answers from a port of its own.
 *
 * <p>An answer goes to the address that the datagram came from and to no other, whatever stands in
 * it, and is no longer than the question: two for one, so that whoever forges a sender within the
 * LAN doubles what he sends at most.
 */
public final class Responder implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Responder.class);

    private final Folder folder;
    private final Neighbours neighbours;
    private final LongSupplier nanos;
    private final RandomGenerator chance;
    private final HeardMeters meters;
    private final DatagramSocket hears;

    /** Phones agree to what they are told here; nobody listens to that. */
    private final DatagramSocket answers;

    /**
     * Listens from now on.
     *
     * @throws IllegalArgumentException if a setting is none, with a sentence
     * @throws IllegalStateException if the port is taken, with a sentence
     */
    public Responder(
            PlugAndPlayConfig config,
            LongSupplier nanos,
            RandomGenerator chance,
            MeterRegistry meters) {
        this.folder = new Folder(config.url().orElse(""));
        this.neighbours =
                new Neighbours(
                        config.ouis().stream()
                                .map(oui -> oui.toLowerCase(Locale.ROOT))
                                .collect(Collectors.toSet()),
                        config.rate());
        this.nanos = nanos;
        this.chance = chance;
        this.meters = new HeardMeters(meters);
        try {
            this.hears = listening(config);
            this.answers = new DatagramSocket();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Plug and play cannot listen at "
                            + config.address()
                            + ", UDP port "
                            + config.port()
                            + ": "
                            + e.getMessage(),
                    e);
        }
        Thread.ofPlatform().name("plug-and-play").daemon().start(this::serve);
    }

    /** Bound to the group itself, what a telephone system hears at this port stays its own. */
    private static DatagramSocket listening(PlugAndPlayConfig config) throws IOException {
        InetSocketAddress place = new InetSocketAddress(config.address(), config.port());
        if (!place.getAddress().isMulticastAddress()) {
            return new DatagramSocket(place);
        }
        MulticastSocket socket = new MulticastSocket(place);
        NetworkInterface network =
                config.networkInterface().isPresent()
                        ? NetworkInterface.getByName(config.networkInterface().get())
                        : null;
        socket.joinGroup(place, network);
        return socket;
    }

    public int port() {
        return hears.getLocalPort();
    }

    public boolean listens() {
        return !hears.isClosed();
    }

    private void serve() {
        try {
            while (listens()) {
                hear();
            }
        } finally {
            hears.close(); // whatever ended it, health tells that nobody listens
        }
    }

    private void hear() {
        // One octet more than is read, so that what is longer is seen to be.
        byte[] room = new byte[SipText.LONGEST + 1];
        DatagramPacket packet = new DatagramPacket(room, room.length);
        try {
            hears.receive(packet);
            meters.count(answer(packet));
        } catch (IOException e) {
            if (listens()) {
                LOG.debug("A datagram of plug and play was not heard or not answered", e);
            }
        }
    }

    private Heard answer(DatagramPacket packet) throws IOException {
        Subscription asked;
        try {
            asked = Subscription.of(SipText.read(packet.getData(), packet.getLength()));
        } catch (SipException nonsense) {
            return Heard.GARBLED;
        }
        InetAddress phone = packet.getAddress();
        if (!Neighbours.inTheLan(phone) || !neighbours.isVendors(asked.mac())) {
            return Heard.STRANGER;
        }
        if (!neighbours.mayBeAnswered(phone, nanos.getAsLong())) {
            return Heard.TOO_OFTEN;
        }
        String own = route(phone) + ":" + answers.getLocalPort();
        String token = HexFormat.of().toHexDigits(chance.nextLong());
        Replies replies = Replies.to(asked, folder, own, token);
        if (Math.max(replies.accepted().length, replies.told().length) > packet.getLength()) {
            return Heard.TOO_SHORT;
        }
        send(replies.accepted(), phone, packet.getPort());
        boolean same = asked.contactHost().equals(phone.getHostAddress());
        send(replies.told(), phone, same ? asked.contactPort() : packet.getPort());
        return Heard.ANSWERED;
    }

    private void send(byte[] text, InetAddress to, int port) throws IOException {
        answers.send(new DatagramPacket(text, text.length, to, port));
    }

    /** From which of its addresses this machine reaches the phone. */
    private static String route(InetAddress phone) throws IOException {
        try (DatagramSocket way = new DatagramSocket()) {
            way.connect(new InetSocketAddress(phone, 5060));
            return way.getLocalAddress().getHostAddress();
        }
    }

    @Override
    public void close() {
        hears.close();
        answers.close();
    }
}
