package org.fingerpost.drills.firmware;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fingerpost.drills.drilled.Question;
import org.fingerpost.drills.drilled.Reply;
import org.fingerpost.drills.ledger.Calm;
import org.fingerpost.drills.ledger.History;

/**
 * A phone that asks for firmware, all of it or the part that it lacks, and is told the number of
 * the release, if each byte is that release's.
 *
 * @param folder where the provider's files are, with slashes around
 * @param given what the name gives
 */
record FirmwareFile(
        String folder,
        String model,
        String name,
        History<Long> given,
        Calm calm,
        Optional<Part> part)
        implements Question {
    private static final int PHONES = 1_000;

    /**
     * @param from a multiple of a cell, and less than any file has
     * @param bytes empty for all that is behind it; else a cell at least, as less tells no number
     */
    record Part(int from, Optional<Integer> bytes) {
        int end(int size) {
            return bytes.map(count -> from + count).filter(end -> end < size).orElse(size);
        }

        @Override
        public String toString() {
            return from
                    + "-"
                    + bytes.map(count -> from + count - 1).map(Object::toString).orElse("");
        }
    }

    @Override
    public String path() {
        return folder + name;
    }

    @Override
    public String userAgent() {
        int phone = Math.floorMod(System.identityHashCode(this), PHONES);
        return "Grandstream Model HW %s SW 0.9.0.1 DevId 000b82%06x".formatted(model, phone);
    }

    @Override
    public String range() {
        return part.map(each -> "bytes=" + each).orElse("");
    }

    @Override
    public String told(Reply reply) {
        if (reply.status() == 404) {
            return "";
        }
        if (reply.status() == 206 != part.isPresent()) {
            return "HTTP " + reply.status() + " to '" + range() + "'";
        }
        Image image = Image.of(reply.body());
        int size = image.size();
        byte[] meant =
                part.map(each -> image.slice(each.from(), each.end(size))).orElseGet(image::bytes);
        return Arrays.equals(meant, reply.body())
                ? Long.toString(image.number())
                : reply.body().length + " bytes that are not all of " + image.number();
    }

    @Override
    public Set<String> possible(long sent, long answered) {
        return given.possible(sent, answered, calm).stream()
                .map(number -> number == Line.NONE ? "" : Long.toString(number))
                .collect(Collectors.toSet());
    }

    @Override
    public boolean mayBePutOff() {
        return true;
    }
}
