package org.fingerpost.gateway.packets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads one datagram; grammar in {@link Packet}. */
public final class PacketReader {
    /** RFC 2347 wants requests within 512 octets; nobody needs more than twice that. */
    private static final int LONGEST_REQUEST = 1024;

    private static final int MOST_OPTIONS = 32;
    private static final int LONGEST_TEXT = 512;

    private final ByteBuffer bytes;
    private final int start;

    private PacketReader(ByteBuffer bytes) {
        this.bytes = bytes;
        this.start = bytes.position();
    }

    /**
     * Reads what remains in the buffer.
     *
     * @throws PacketException if it is no packet
     */
    public static Packet read(ByteBuffer datagram) {
        return new PacketReader(datagram).packet();
    }

    private Packet packet() {
        int code = number("opcode");
        return switch (code) {
            case Wire.READ -> request(true);
            case Wire.WRITE -> request(false);
            case Wire.DATA -> data();
            case Wire.ACK -> new Packet.Ack(number("block"));
            case Wire.ERROR -> failure();
            case Wire.OPTION_ACK -> new Packet.OptionAck(options());
            default -> throw new PacketException("opcode", 0, "there is no " + code);
        };
    }

    private Packet request(boolean reading) {
        if (bytes.remaining() + bytes.position() - start > LONGEST_REQUEST) {
            throw new PacketException(
                    "request", 0, "it has more than " + LONGEST_REQUEST + " octets");
        }
        String file = text("file name");
        if (file.isEmpty()) {
            throw new PacketException("file name", Wire.HEAD / 2, "it is empty");
        }
        String mode = text("mode");
        Options options = options();
        return reading
                ? new Packet.Read(file, mode, options)
                : new Packet.Write(file, mode, options);
    }

    private Packet data() {
        int block = number("block");
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return new Packet.Data(block, rest);
    }

    /** The text's end may be missing: some leave it out, and it is for people only. */
    private Packet failure() {
        ErrorCode code = ErrorCode.of(number("error code"));
        byte[] rest = new byte[Math.min(bytes.remaining(), LONGEST_TEXT)];
        bytes.get(rest);
        int end = 0;
        while (end < rest.length && rest[end] != 0) {
            end++;
        }
        return new Packet.Failure(code, new String(rest, 0, end, StandardCharsets.ISO_8859_1));
    }

    /** Up to the end; padding of NUL behind the last one is passed over. */
    private Options options() {
        Options options = Options.NONE;
        int count = 0;
        while (bytes.hasRemaining()) {
            int at = offset();
            String name = text("option");
            if (!name.isEmpty()) {
                if (++count > MOST_OPTIONS) {
                    throw new PacketException("option", at, "there are more than " + MOST_OPTIONS);
                }
                options = options.with(name, text("value of an option"));
            }
        }
        return options;
    }

    private int number(String what) {
        if (bytes.remaining() < 2) {
            throw new PacketException(what, offset(), "the packet ends before it");
        }
        return Short.toUnsignedInt(bytes.getShort());
    }

    private String text(String what) {
        int from = bytes.position();
        int end = from;
        while (end < bytes.limit() && bytes.get(end) != 0) {
            end++;
        }
        if (end == bytes.limit()) {
            throw new PacketException(what, offset(), "the packet ends within it");
        }
        byte[] octets = new byte[end - from];
        bytes.get(octets);
        bytes.get();
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    private int offset() {
        return bytes.position() - start;
    }
}
