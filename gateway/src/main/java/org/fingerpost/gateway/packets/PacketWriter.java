package org.fingerpost.gateway.packets;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes packets; grammar in {@link Packet}. */
public final class PacketWriter {
    private PacketWriter() {}

    /**
     * @throws PacketException if a text holds NUL, which would end it
     */
    public static byte[] write(Packet packet) {
        return switch (packet) {
            case Packet.Read asked -> request(Wire.READ, asked);
            case Packet.Write asked -> request(Wire.WRITE, asked);
            case Packet.Data(int block, byte[] bytes) -> {
                ByteArrayOutputStream out = numbers(Wire.DATA, block);
                out.writeBytes(bytes);
                yield out.toByteArray();
            }
            case Packet.Ack(int block) -> numbers(Wire.ACK, block).toByteArray();
            case Packet.Failure(ErrorCode code, String text) -> {
                ByteArrayOutputStream out = numbers(Wire.ERROR, code.ordinal());
                text(out, text);
                yield out.toByteArray();
            }
            case Packet.OptionAck(Options options) -> {
                ByteArrayOutputStream out = number(Wire.OPTION_ACK);
                options(out, options);
                yield out.toByteArray();
            }
        };
    }

    /** The four octets before the bytes of a block, the first of them highest. */
    public static int headOfData(int block) {
        return Wire.DATA << 16 | block & 0xffff;
    }

    private static byte[] request(int opcode, Packet.Request asked) {
        ByteArrayOutputStream out = number(opcode);
        text(out, asked.file());
        text(out, asked.mode());
        options(out, asked.options());
        return out.toByteArray();
    }

    private static ByteArrayOutputStream number(int number) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(number >> 8);
        out.write(number);
        return out;
    }

    private static ByteArrayOutputStream numbers(int first, int second) {
        ByteArrayOutputStream out = number(first);
        out.write(second >> 8);
        out.write(second);
        return out;
    }

    private static void options(ByteArrayOutputStream out, Options options) {
        options.forEach((name, value) -> {
            text(out, name);
            text(out, value);
        });
    }

    private static void text(ByteArrayOutputStream out, String text) {
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            throw new PacketException("text", nul, "NUL would end it");
        }
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        out.write(0);
    }
}
