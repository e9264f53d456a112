package org.fingerpost.cli.tftp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.models.Phone;
import org.fingerpost.cli.wire.Reply;
import org.fingerpost.cli.wire.Sink;

/** A phone's TFTP client. Safe for many threads. */
public final class TftpClient {
    /** The request, or an acknowledgement, goes out so often before a server counts as silent. */
    private static final int TRIES = 5;

    /** A whole file may take this many times the patience with one packet. */
    private static final int PACKETS_OF_PATIENCE = 60;

    private final Phone phone;
    private final Duration patience;

    /**
     * @param phone whose model, MAC and version go into the request's options
     * @param patience with a silent server
     */
    public TftpClient(Phone phone, Duration patience) {
        this.phone = phone;
        this.patience = patience;
    }

    /** Never throws for what a server or the network does: that is a {@link Reply.Silence}. */
    public Reply get(Address file, Sink sink) {
        var started = System.nanoTime();
        var download = new Download(sink);
        String silence;
        try (var socket = new DatagramSocket()) {
            socket.setSoTimeout((int) Math.max(1, patience.toMillis() / TRIES));
            run(socket, file, download, started);
            silence = download.begun() ? "the server fell silent" : "no answer in time";
        } catch (UnknownHostException e) {
            silence = "the host name is not known";
        } catch (IOException e) {
            silence = "the network failed: " + e.getMessage();
        }
        var millis = Duration.ofNanos(System.nanoTime() - started).toMillis();
        return download.end().orElse(new Reply.Silence(silence, millis)).after(millis);
    }

    private void run(DatagramSocket socket, Address file, Download download, long started)
            throws IOException {
        var server = InetAddress.getByName(file.host().replaceAll("^\\[|]$", ""));
        SocketAddress there = new InetSocketAddress(server, file.port());
        var last = ReadRequest.of(file.path(), phone);
        send(socket, last, there);
        var most = patience.multipliedBy(PACKETS_OF_PATIENCE).toNanos();
        var silent = 0;
        while (download.end().isEmpty() && silent < TRIES && System.nanoTime() - started < most) {
            var packet = new DatagramPacket(new byte[2048], 2048);
            try {
                socket.receive(packet);
            } catch (SocketTimeoutException e) {
                if (++silent < TRIES) {
                    send(socket, last, there);
                }
                continue;
            }
            if (!packet.getAddress().equals(server)) {
                continue;
            }
            if (download.begun() && !packet.getSocketAddress().equals(there)) {
                // A second transfer, from a request that went out twice.
                var error = Packets.error(Packets.UNKNOWN_TRANSFER, "not this transfer");
                send(socket, error, packet.getSocketAddress());
                continue;
            }
            var answer = download.answer(Arrays.copyOf(packet.getData(), packet.getLength()));
            if (answer.isPresent()) {
                silent = 0;
                there = packet.getSocketAddress();
                last = answer.get();
                send(socket, last, there);
            }
        }
    }

    private static void send(DatagramSocket socket, byte[] packet, SocketAddress to)
            throws IOException {
        socket.send(new DatagramPacket(packet, packet.length, to));
    }
}
