package org.fingerpost.gateway.server;

import java.util.Optional;
import org.fingerpost.gateway.datagrams.Peers;
import org.fingerpost.gateway.datagrams.Port;
import org.fingerpost.gateway.names.Destination;
import org.fingerpost.gateway.names.Phone;
import org.fingerpost.gateway.packets.ErrorCode;
import org.fingerpost.gateway.packets.Packet;
import org.fingerpost.gateway.upstream.Files;
import org.fingerpost.gateway.upstream.Found;

/** Answers requests: one transfer each, and none for one that came twice. */
final class Requests {
    private final Sessions sessions;
    private final Files files;
    private final TftpConfig.ReplyFrom replyFrom;
    private final ReplyPorts ports;

    /**
     * @param ports where answers come from that do not come from the port that was asked
     */
    Requests(Sessions sessions, Files files, TftpConfig.ReplyFrom replyFrom, ReplyPorts ports) {
        this.sessions = sessions;
        this.files = files;
        this.replyFrom = replyFrom;
        this.ports = ports;
    }

    void receive(Port asked, Peers peers, Packet.Request request) {
        if (ports.isOne(asked)) {
            return; // from here only answers come
        }
        switch (request) {
            case Packet.Write write -> refuse(asked, peers, write);
            case Packet.Read read -> read(asked, peers, read);
        }
    }

    private void refuse(Port asked, Peers peers, Packet.Write write) {
        Packet.Read as = new Packet.Read(write.file(), write.mode(), write.options());
        open(asked, peers, as)
                .ifPresent(session ->
                        session.refuse(ErrorCode.ACCESS_VIOLATION, "nothing is written here"));
    }

    private void read(Port asked, Peers peers, Packet.Read request) {
        Optional<Session> same =
                sessions.latest(peers.client()).filter(session -> session.answers(request));
        if (same.filter(session -> session.isWanted(sessions.now())).isPresent()) {
            return; // what was sent in answer is sent again, too, when its time comes
        }
        // Whoever has fallen silent and asks again has begun anew, on the port that it had before.
        open(asked, peers, request)
                .ifPresent(session -> {
                    same.ifPresent(Session::drop);
                    answer(session, request);
                });
    }

    private void answer(Session session, Packet.Read request) {
        if (!request.mode().equalsIgnoreCase("octet")) {
            session.refuse(ErrorCode.ILLEGAL_OPERATION, "files are sent in mode octet only");
            return;
        }
        Phone phone = Phone.of(request.options()::find);
        Destination destination = Destination.of(request.file(), phone.mac());
        sessions.seek(session);
        files.open(
                destination,
                phone,
                session.client().getAddress().getHostAddress(),
                found -> sessions.here(() -> settle(session, found)));
    }

    private void settle(Session session, Found found) {
        sessions.found(session);
        switch (found) {
            case Found.File(var source) -> sessions.begin(session, source);
            case Found.None(), Found.Elsewhere _ ->
                    session.refuse(ErrorCode.FILE_NOT_FOUND, "no such file");
            case Found.NotNow() -> session.refuse(ErrorCode.SEE_MESSAGE, Sessions.NOT_NOW);
        }
    }

    private Optional<Session> open(Port asked, Peers peers, Packet.Read request) {
        boolean same =
                replyFrom == TftpConfig.ReplyFrom.ASKED_PORT
                        || Phone.of(request.options()::find).behindNat();
        if (same) {
            // On this port it can have one only, and has gone on to the next if there is room.
            Optional<Session> before = sessions.at(asked, peers.client());
            Optional<Session> opened = sessions.open(request, peers, asked, true);
            opened.ifPresent(_ -> before.ifPresent(Session::drop));
            return opened;
        }
        return ports.free(request, port -> sessions.at(port, peers.client()).isPresent())
                .flatMap(port -> sessions.open(request, peers, port, false));
    }
}
