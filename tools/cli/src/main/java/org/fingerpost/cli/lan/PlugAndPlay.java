package org.fingerpost.cli.lan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.address.BadAddressException;
import org.fingerpost.cli.models.Phone;

/**
 * Asks by multicast as a phone with P1414 = 1 does: a SUBSCRIBE for the event {@code ua-profile}
 * (RFC 6080), and whoever answers with a NOTIFY names a folder in its body.
 */
final class PlugAndPlay {
    private static final int TRIES = 4;

    private final Phone phone;
    private final InetSocketAddress group;
    private final Duration patience;
    private final String callId;

    PlugAndPlay(Phone phone, InetSocketAddress group, Duration patience, RandomGenerator chance) {
        this.phone = phone;
        this.group = group;
        this.patience = patience;
        this.callId = HexFormat.of().toHexDigits(chance.nextLong());
    }

    /**
     * @throws LanException if nobody tells a folder that a phone could follow
     */
    Start ask() {
        try (var socket = new DatagramSocket()) {
            socket.setSoTimeout((int) Math.max(1, patience.toMillis() / TRIES));
            var own = ownAddress() + ":" + socket.getLocalPort();
            var subscribe = subscribe(own).getBytes(ISO_8859_1);
            for (var tried = 0; tried < TRIES; tried++) {
                socket.send(new DatagramPacket(subscribe, subscribe.length, group));
                var told = notified(socket);
                if (told.isPresent()) {
                    return start(told.get());
                }
            }
        } catch (IOException e) {
            throw new LanException("plug and play is not possible here: " + e.getMessage());
        }
        throw new LanException("nobody answers by plug and play.");
    }

    private Start start(SipMessage notify) {
        var url = notify.body().strip();
        try {
            var shown = url.replaceAll("[^!-~]", "?");
            return new Start(Address.ofPhonesUrl(url), Map.of("notify", shown));
        } catch (BadAddressException e) {
            throw new LanException("the folder that plug and play tells " + e.getMessage() + ".");
        }
    }

    private Optional<SipMessage> notified(DatagramSocket socket) throws IOException {
        var until = System.nanoTime() + patience.toNanos() / TRIES;
        while (System.nanoTime() < until) {
            var packet = new DatagramPacket(new byte[8192], 8192);
            try {
                socket.receive(packet);
            } catch (SocketTimeoutException e) {
                break;
            }
            var notify =
                    SipMessage.read(packet.getData(), packet.getLength())
                            .filter(message -> message.first().startsWith("NOTIFY "))
                            .filter(message -> message.field("call-id").equals(callId))
                            .filter(message ->
                                    message.field("content-type").startsWith("application/url"));
            if (notify.isPresent()) {
                agree(socket, notify.get(), packet.getSocketAddress());
                return notify;
            }
        }
        return Optional.empty();
    }

    private static void agree(DatagramSocket socket, SipMessage notify, SocketAddress to)
            throws IOException {
        var text =
                """
                SIP/2.0 200 OK
                Via: %s
                From: %s
                To: %s
                Call-ID: %s
                CSeq: %s
                Content-Length: 0

                """
                        .formatted(
                                notify.field("via"),
                                notify.field("from"),
                                notify.field("to"),
                                notify.field("call-id"),
                                notify.field("cseq"))
                        .replace("\n", "\r\n")
                        .getBytes(ISO_8859_1);
        socket.send(new DatagramPacket(text, text.length, to));
    }

    private String subscribe(String own) {
        var name = "sip:MAC%3A" + phone.mac() + "@" + group.getHostString();
        return """
        SUBSCRIBE %1$s SIP/2.0
        Via: SIP/2.0/UDP %2$s;branch=z9hG4bK%3$s;rport
        From: <%1$s>;tag=%3$s
        To: <%1$s>
        Call-ID: %3$s
        CSeq: 1 SUBSCRIBE
        Contact: <sip:%4$s@%2$s>
        Max-Forwards: 70
        User-Agent: %5$s
        Expires: 0
        Supported: replaces, path, timer
        Event: ua-profile;profile-type="device";vendor="Grandstream";model="%6$s";version="%7$s"
        Accept: application/url
        Allow: INVITE, ACK, OPTIONS, CANCEL, BYE, SUBSCRIBE, NOTIFY, INFO, REFER, UPDATE
        Content-Length: 0

        """
                .formatted(
                        name,
                        own,
                        callId,
                        phone.mac(),
                        phone.userAgent(),
                        phone.model(),
                        phone.version())
                .replace("\n", "\r\n");
    }

    /** From where this machine reaches the group. */
    private String ownAddress() throws IOException {
        try (var route = new DatagramSocket()) {
            route.connect(group);
            return route.getLocalAddress().getHostAddress();
        }
    }
}
