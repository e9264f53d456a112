package org.fingerpost.bench.tftp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * One file under way, of which no more is kept than its length: what is heard, and what is said.
 */
final class Fetch {
    static final int HEAD = 4;

    private static final int USUAL_BLOCK = 512;

    private final int block;
    private ByteBuffer said;
    private int agreedBlock = USUAL_BLOCK;
    private int agreedWindow = 1;
    private int last;
    private int sinceAck;
    private long bytes;
    private boolean done;

    /** From where the first reply came: others have no say (RFC 1350, 4). */
    private Optional<SocketAddress> peer = Optional.empty();

    /**
     * @param window of 1 is not asked for
     */
    Fetch(String name, int block, int window) {
        this.block = block;
        StringBuilder words = new StringBuilder("\0\1" + name + "\0octet\0");
        if (block != USUAL_BLOCK) {
            words.append("blksize\0").append(block).append('\0');
        }
        if (window != 1) {
            words.append("windowsize\0").append(window).append('\0');
        }
        this.said = ByteBuffer.wrap(words.toString().getBytes(US_ASCII));
    }

    /** The longest packet that it can hear. */
    int longest() {
        return HEAD + block;
    }

    /** What is to be said, or to be said again: an array's whole bytes. */
    ByteBuffer said() {
        return said.rewind();
    }

    /** Whom it speaks to, once that one has answered. */
    Optional<SocketAddress> peer() {
        return peer;
    }

    boolean isDone() {
        return done;
    }

    long bytes() {
        return bytes;
    }

    /**
     * @return whether something is to be said to that
     */
    boolean hear(ByteBuffer packet, SocketAddress from) throws IOException {
        if (packet.remaining() < HEAD || !from.equals(peer.orElse(from))) {
            return false;
        }
        peer = peer.or(() -> Optional.of(from));
        short opcode = packet.getShort();
        return switch (opcode) {
            case 6 -> agree(US_ASCII.decode(packet).toString());
            case 3 -> data(packet.getShort() & 0xffff, packet.remaining());
            default -> {
                packet.getShort();
                throw new IOException(
                        from + " says, with opcode " + opcode + ": " + US_ASCII.decode(packet));
            }
        };
    }

    private boolean agree(String agreed) {
        if (last > 0) {
            return false; // it has come twice
        }
        agreedBlock = number(agreed, "blksize", USUAL_BLOCK);
        agreedWindow = number(agreed, "windowsize", 1);
        return acknowledge();
    }

    private boolean data(int number, int length) {
        if (number != (last + 1 & 0xffff)) {
            return false;
        }
        last++;
        sinceAck++;
        bytes += length;
        done = length < agreedBlock;
        return (done || sinceAck == agreedWindow) && acknowledge();
    }

    private boolean acknowledge() {
        sinceAck = 0;
        said = ByteBuffer.wrap(new byte[] {0, 4, (byte) (last >> 8), (byte) last});
        return true;
    }

    private static int number(String agreed, String option, int otherwise) {
        String[] words = agreed.split("\0");
        for (int i = 0; i + 1 < words.length; i += 2) {
            if (words[i].equalsIgnoreCase(option)) {
                return Integer.parseInt(words[i + 1]);
            }
        }
        return otherwise;
    }
}
