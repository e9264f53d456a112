package org.fingerpost.redirect.probes.looks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.fingerpost.redirect.probes.looks.Point.Verdict;

/**
 * Asks for a file over TFTP (RFC 1350) and hangs up when its first block is there.
 *
 * <pre>
 * read  = 00 01 name 00 "octet" 00      ; to the server's port
 * data  = 00 03 block *512OCTET         ; from a port of its own, the first block is 00 01
 * error = 00 05 code text 00
 * </pre>
 */
public final class TftpLook {
    private static final int READ = 1;
    private static final int DATA = 3;
    private static final int ERROR = 5;
    private static final int NOT_FOUND = 1;
    private static final int BLOCK = 512;
    private static final int HEADER = 4;
    private static final int TRIES = 3;
    private static final int PATIENCE_MILLIS = 2_000;

    /** Packets of others, or of no meaning, that are passed over for each try. */
    private static final int STRAYS = 8;

    private TftpLook() {}

    public static FileSeen at(InetAddress address, int port, String file) {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            for (int i = 0; i < TRIES; i++) {
                socket.send(read(address, port, file));
                Optional<FileSeen> seen = answer(socket, address, file);
                if (seen.isPresent()) {
                    return seen.get();
                }
            }
            return FileSeen.nothing(file, Verdict.FAILED, "there was no answer");
        } catch (IOException e) {
            return FileSeen.nothing(file, Verdict.FAILED, "nothing listens there");
        }
    }

    private static Optional<FileSeen> answer(
            DatagramSocket socket, InetAddress address, String file) throws IOException {
        for (int i = 0; i < STRAYS; i++) {
            DatagramPacket packet = new DatagramPacket(new byte[HEADER + BLOCK], HEADER + BLOCK);
            try {
                socket.receive(packet);
            } catch (SocketTimeoutException e) {
                return Optional.empty();
            }
            if (packet.getAddress().equals(address) && packet.getLength() >= HEADER) {
                Optional<FileSeen> seen = meaning(socket, packet, file);
                if (seen.isPresent()) {
                    return seen;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<FileSeen> meaning(
            DatagramSocket socket, DatagramPacket packet, String file) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
        short kind = head.getShort();
        short number = head.getShort();
        return switch (kind) {
            case DATA -> {
                socket.send(hangUp(packet));
                byte[] block = Arrays.copyOfRange(packet.getData(), HEADER, packet.getLength());
                yield Optional.of(FileSeen.bytes(file, block));
            }
            case ERROR -> Optional.of(refusal(file, number));
            default -> Optional.empty();
        };
    }

    private static FileSeen refusal(String file, short code) {
        return code == NOT_FOUND
                ? FileSeen.nothing(
                        file, Verdict.WARNING, "is not there; a phone goes on to the next file")
                : FileSeen.nothing(file, Verdict.FAILED, "the server refuses, with error " + code);
    }

    private static DatagramPacket read(InetAddress address, int port, String file) {
        byte[] request = ("\0" + (char) READ + file + "\0octet\0").getBytes(US_ASCII);
        return new DatagramPacket(request, request.length, address, port);
    }

    private static DatagramPacket hangUp(DatagramPacket answered) {
        byte[] enough = ("\0" + (char) ERROR + "\0\0enough\0").getBytes(US_ASCII);
        return new DatagramPacket(enough, enough.length, answered.getSocketAddress());
    }
}
