package org.fingerpost.bench.registry;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A list of ranges of eight addresses, as a factory would ship them. One row in a hundred lies
 * inside the one before it, and one is a range that another row has registered already.
 *
 * @param rows how many there are
 * @param server the target server of all of them
 * @param mixed in an order without any sense, as a list that was kept by date of sale
 */
record Listing(int rows, long server, boolean mixed) {
    private static final long BLOCK = 0x000b_8200_0000L;
    private static final long COPRIME = 611_953;
    private static final int PIECE = 10_000;

    /** How many rows of it are accepted. */
    int accepted() {
        return (int) LongStream.range(0, rows).filter(row -> row % 100 != 67).count();
    }

    /** A phone in the last range that stands by itself. */
    String lastPhone() {
        long last = rows - 1L;
        while (last % 100 == 67 || last % 100 == 33) {
            last--;
        }
        return mac(BLOCK + last * 8);
    }

    InputStream csv() {
        List<InputStream> pieces =
                Stream.concat(
                                Stream.of("first,last,targetServerId\n"),
                                LongStream.range(0, (rows + PIECE - 1) / PIECE)
                                        .mapToObj(this::piece))
                        .map(text -> text.getBytes(StandardCharsets.US_ASCII))
                        .<InputStream>map(ByteArrayInputStream::new)
                        .toList();
        return new SequenceInputStream(Collections.enumeration(pieces));
    }

    private String piece(long number) {
        StringBuilder text = new StringBuilder();
        LongStream.range(number * PIECE, Math.min((number + 1) * PIECE, rows))
                .forEach(place -> row(text, mixed ? place * COPRIME % rows : place));
        return text.toString();
    }

    private void row(StringBuilder text, long row) {
        boolean nested = row % 100 == 33;
        boolean again = row % 100 == 67;
        long first = BLOCK + (nested || again ? row - 1 : row) * 8 + (nested ? 2 : 0);
        text.append(mac(first))
                .append(',')
                .append(mac(first + (nested ? 1 : 7)))
                .append(',')
                .append(server)
                .append('\n');
    }

    private static String mac(long bits) {
        return String.format("%012x", bits);
    }
}
