package org.fingerpost.cli.tftp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.cli.wire.Reply;
import org.fingerpost.cli.wire.Sink;

/**
 * One file under way: what a server's packets bring, and what is said to each. Free of sockets and
 * clocks.
 */
final class Download {
    /** What RFC 1350 has without options. */
    private static final int USUAL_BLOCK = 512;

    private static final int LONGEST_TEXT = 120;

    private final Sink sink;
    private int blockSize = USUAL_BLOCK;
    private Optional<Long> promised = Optional.empty();
    private boolean optionsAgreed;
    private int expected = 1;
    private long bytes;
    private Optional<Reply> end = Optional.empty();

    Download(Sink sink) {
        this.sink = sink;
    }

    /** How it ended, once it has; milliseconds are not known here. */
    Optional<Reply> end() {
        return end;
    }

    /** What is said to it; empty for what is no packet of this transfer. */
    Optional<byte[]> answer(byte[] packet) {
        if (packet.length < Packets.HEAD || end.isPresent()) {
            return Optional.empty();
        }
        return switch (Packets.number(packet, 0)) {
            case Packets.DATA -> data(packet);
            case Packets.OPTION_ACK -> optionsAgreed(packet);
            case Packets.ERROR -> {
                end = Optional.of(new Reply.Refused(Packets.number(packet, 2), text(packet), 0));
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private Optional<byte[]> data(byte[] packet) {
        var block = Packets.number(packet, 2);
        if (block == (expected - 1 & 0xffff) && bytes > 0) {
            return Optional.of(Packets.ack(block)); // it has not heard us
        }
        var length = packet.length - Packets.HEAD;
        if (block != (expected & 0xffff) || length > blockSize) {
            return Optional.empty();
        }
        if (bytes + length > sink.limit()) {
            end = Optional.of(whole(List.of(Reply.Fault.TOO_BIG)));
            return Optional.of(Packets.error(Packets.DISK_FULL, "it does not fit"));
        }
        sink.accept(Arrays.copyOfRange(packet, Packets.HEAD, packet.length), length);
        bytes += length;
        expected++;
        if (length < blockSize) {
            var asPromised = promised.filter(size -> size != bytes).isEmpty();
            end = Optional.of(whole(asPromised ? List.of() : List.of(Reply.Fault.NOT_AS_SAID)));
        }
        return Optional.of(Packets.ack(block));
    }

    private Reply whole(List<Reply.Fault> faults) {
        return new Reply.Transferred(bytes, faults, 0);
    }

    /** A server agrees to what was asked for, to a smaller block perhaps, and to nothing else. */
    private Optional<byte[]> optionsAgreed(byte[] packet) {
        if (expected > 1) {
            return Optional.empty();
        }
        var options = options(packet);
        var size = options.get("blksize");
        var agreed = size == null ? USUAL_BLOCK : number(size);
        if (agreed < 8 || agreed > ReadRequest.BLOCK_SIZE) {
            end =
                    Optional.of(
                            new Reply.Silence(
                                    "the server answers with a block size that was not asked for",
                                    0));
            return Optional.of(Packets.error(Packets.OPTIONS_REFUSED, "blksize"));
        }
        blockSize = (int) agreed;
        promised = Optional.ofNullable(options.get("tsize")).map(Download::number);
        optionsAgreed = true;
        return Optional.of(Packets.ack(0));
    }

    /** Whether the server has answered at all. */
    boolean begun() {
        return optionsAgreed || bytes > 0 || expected > 1;
    }

    private static Map<String, String> options(byte[] packet) {
        var words = new String(packet, 2, packet.length - 2, ISO_8859_1).split("\0", -1);
        var options = new LinkedHashMap<String, String>();
        for (var i = 0; i + 1 < words.length; i += 2) {
            options.putIfAbsent(words[i].toLowerCase(Locale.ROOT), words[i + 1]);
        }
        return options;
    }

    /** -1 for what is no number. */
    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }

    private static String text(byte[] packet) {
        var text = new String(packet, Packets.HEAD, packet.length - Packets.HEAD, ISO_8859_1);
        var end = text.indexOf('\0');
        text = (end < 0 ? text : text.substring(0, end)).replaceAll("[^ -~]", "?");
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }
}
