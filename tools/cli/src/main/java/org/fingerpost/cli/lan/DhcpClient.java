package org.fingerpost.cli.lan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.fingerpost.cli.models.Phone;

/**
 * Asks for an address as a phone does, DISCOVER and REQUEST, reads what else it is told, and gives
 * the address back at once: a virtual phone uses the one of its machine.
 */
final class DhcpClient {
    /** How often each is said before nobody counts as there. */
    private static final int TRIES = 4;

    private static final int DISCOVER = 1;
    private static final int OFFER = 2;
    private static final int REQUEST = 3;
    private static final int ACK = 5;
    private static final int NAK = 6;
    private static final int RELEASE = 7;

    private static final byte[] NO_ADDRESS = new byte[4];

    /** Mask, router, name servers, time offset and servers, and where there may be a server. */
    private static final byte[] ASKED = {1, 3, 6, 2, 42, 43, 66, 120, (byte) 150, (byte) 160};

    private final Phone phone;
    private final InetSocketAddress servers;
    private final int ownPort;
    private final Duration patience;
    private final int xid;

    /**
     * @param servers where to ask: a broadcast address, or one server
     * @param ownPort 68, or another if one's server knows of it; 0 for any
     * @param patience with silence, in each of the two steps
     */
    DhcpClient(
            Phone phone,
            InetSocketAddress servers,
            int ownPort,
            Duration patience,
            RandomGenerator chance) {
        this.phone = phone;
        this.servers = servers;
        this.ownPort = ownPort;
        this.patience = patience;
        this.xid = chance.nextInt();
    }

    /**
     * What the server says that agrees.
     *
     * @throws LanException if none does
     */
    DhcpMessage ask() {
        try (var socket = new DatagramSocket(ownPort)) {
            socket.setBroadcast(true);
            socket.setSoTimeout((int) Math.max(1, patience.toMillis() / TRIES));
            var offer =
                    said(socket, message(DISCOVER, Map.of()), OFFER, OFFER)
                            .orElseThrow(() -> new LanException("no DHCP server answers."));
            var server = offer.options().getOrDefault(DhcpMessage.SERVER, NO_ADDRESS);
            var chosen =
                    Map.of(
                            DhcpMessage.REQUESTED_ADDRESS,
                            offer.yourAddress(),
                            DhcpMessage.SERVER,
                            server);
            var agreed =
                    said(socket, message(REQUEST, chosen), ACK, NAK)
                            .filter(answer -> answer.type() == ACK)
                            .orElseThrow(() ->
                                    new LanException(
                                            "the DHCP server does not give the address that it"
                                                    + " offered."));
            release(socket, agreed, server);
            return agreed;
        } catch (IOException e) {
            throw new LanException("DHCP is not possible here: " + e.getMessage());
        }
    }

    private byte[] message(int type, Map<Integer, byte[]> more) {
        var options = new HashMap<>(more);
        options.put(DhcpMessage.TYPE, new byte[] {(byte) type});
        options.put(55, ASKED);
        options.put(60, vendorClass().getBytes(ISO_8859_1));
        return DhcpMessage.write(xid, phone.mac(), NO_ADDRESS, options);
    }

    /** Option 60: the default of P148, which older adapters have in common. */
    String vendorClass() {
        return phone.model().matches("(?i)HT8\\d\\d")
                ? "HT8XX dslforum.org"
                : "Grandstream " + phone.model();
    }

    private Optional<DhcpMessage> said(DatagramSocket socket, byte[] message, int wanted, int or)
            throws IOException {
        for (var tried = 0; tried < TRIES; tried++) {
            socket.send(new DatagramPacket(message, message.length, servers));
            var until = System.nanoTime() + patience.toNanos() / TRIES;
            while (System.nanoTime() < until) {
                var packet = new DatagramPacket(new byte[4096], 4096);
                try {
                    socket.receive(packet);
                } catch (SocketTimeoutException e) {
                    break;
                }
                var answer =
                        DhcpMessage.read(Arrays.copyOf(packet.getData(), packet.getLength()))
                                .filter(read -> read.xid() == xid)
                                .filter(read -> read.type() == wanted || read.type() == or);
                if (answer.isPresent()) {
                    return answer;
                }
            }
        }
        return Optional.empty();
    }

    private void release(DatagramSocket socket, DhcpMessage agreed, byte[] server)
            throws IOException {
        var options = Map.of(DhcpMessage.TYPE, new byte[] {RELEASE}, DhcpMessage.SERVER, server);
        var message = DhcpMessage.write(xid, phone.mac(), agreed.yourAddress(), options);
        var one =
                Arrays.equals(server, NO_ADDRESS)
                        ? servers.getAddress()
                        : InetAddress.getByAddress(server);
        socket.send(new DatagramPacket(message, message.length, one, servers.getPort()));
    }
}
