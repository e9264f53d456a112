package org.fingerpost.door.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** Walks the segments in order. Used by one thread; only the figures may be asked by others. */
final class Reader {
    private final NavigableMap<Long, Segment> segments;
    private final ByteBuffer buffer = ByteBuffer.allocate(4 * Frame.LARGEST);

    private Segment segment;
    private long offset;
    private volatile long sequence;
    private volatile long acknowledged;
    private volatile long acknowledgedBytes;
    private volatile long lost;
    private boolean damaged;

    /**
     * @param segments shared with the writer; never empty
     * @param from number to begin with, or the oldest there is if that is newer; 0: nobody knows
     */
    Reader(NavigableMap<Long, Segment> segments, long from) throws IOException {
        this.segments = segments;
        Map.Entry<Long, Segment> start = segments.floorEntry(from);
        this.segment = (start == null ? segments.firstEntry() : start).getValue();
        Segment.Place place = segment.find(from);
        this.offset = place.offset();
        // Of what a damaged file has swallowed, this had been acknowledged.
        this.sequence = Math.max(from, place.sequence());
        this.lost = from == 0 ? 0 : this.sequence - from;
        acknowledge();
    }

    /** Number of the next entry to be read. */
    long sequence() {
        return sequence;
    }

    /** Key of the segment that is being read. */
    long segment() {
        return segment.first();
    }

    /** How many entries were not where they should have been. */
    long lost() {
        return lost;
    }

    long acknowledged() {
        return acknowledged;
    }

    /** Whether the current segment goes on with something that is no frame. */
    boolean damaged() {
        return damaged;
    }

    /** Bytes at the front of the oldest segment that need not be kept. */
    long acknowledgedBytes() {
        return acknowledgedBytes;
    }

    void acknowledge() {
        acknowledged = sequence;
        acknowledgedBytes = offset;
    }

    void read(int max, List<Entry> entries) throws IOException {
        boolean more = true;
        while (more && entries.size() < max) {
            // Asked before reading: a frame may still come between the reading and the new segment.
            Optional<Segment> follower = follower();
            int before = entries.size();
            readHere(max, entries);
            if (entries.size() == before) {
                more = follower.isPresent();
                follower.ifPresent(this::moveTo);
            }
        }
    }

    private void readHere(int max, List<Entry> entries) throws IOException {
        segment.read(offset, buffer);
        // Only whole frames lie before a segment's end, and the buffer holds the largest.
        damaged = buffer.hasRemaining() && Frame.measure(buffer) == 0;
        while (entries.size() < max && Frame.measure(buffer) > 0) {
            Frame.read(buffer).ifPresent(entries::add);
            sequence++;
        }
        offset += buffer.position();
    }

    private Optional<Segment> follower() {
        return Optional.ofNullable(segments.higherEntry(segment.first())).map(Map.Entry::getValue);
    }

    private void moveTo(Segment next) {
        lost += Math.max(0, next.first() - sequence);
        segment = next;
        offset = 0;
        sequence = next.first();
    }
}
