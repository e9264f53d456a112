package org.fingerpost.gateway.server;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.util.function.LongSupplier;
import org.fingerpost.gateway.datagrams.Datagrams;
import org.fingerpost.gateway.datagrams.Opening;
import org.fingerpost.gateway.datagrams.Port;
import org.fingerpost.gateway.datagrams.Receiver;
import org.fingerpost.gateway.upstream.Files;

/**
 * A read-only TFTP server.
 *
 * <p>Answers that come from a new port come from one of a few that all transfers share: a client is
 * told apart by its own address and port. That spares a socket for each transfer, and lets many
 * packets go out with one call.
 */
public final class TftpServer implements AutoCloseable {
    private final Datagrams datagrams;
    private final Port asked;

    /**
     * Listens from now on.
     *
     * @throws IllegalStateException if the port is taken, with a sentence
     */
    public TftpServer(TftpConfig config, Files files, MeterRegistry registry, LongSupplier nanos) {
        TftpMeters meters = new TftpMeters(registry);
        Room room = new Room(config);
        ReplyPorts ports = new ReplyPorts(new SecureRandom());
        datagrams = Ways.open(config);
        Sessions sessions = new Sessions(datagrams, room, meters, nanos);
        Requests requests = new Requests(sessions, files, config.replyFrom(), ports);
        Incoming incoming = new Incoming(sessions, requests, new Broadcasts(nanos), meters);
        try {
            ports.fill(() -> open(new Opening(config.host(), 0, false), incoming));
            asked = open(new Opening(config.host(), config.port(), true), incoming);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private Port open(Opening opening, Receiver receiver) {
        try {
            return datagrams.open(opening, receiver);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    "TFTP cannot listen at "
                            + opening.host()
                            + ", UDP port "
                            + opening.number()
                            + ": "
                            + e.getMessage(),
                    e);
        }
    }

    public int port() {
        return asked.number();
    }

    public boolean listens() {
        return asked.isOpen();
    }

    /** What is under way is cut off; a phone asks again. */
    @Override
    public void close() {
        datagrams.close();
    }
}
