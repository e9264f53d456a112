package org.fingerpost.door.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The spool of one door: any thread appends, one thread reads and acknowledges.
 *
 * <p>An entry that was appended is handed out by {@link #next} until it is acknowledged, also after
 * the process was killed; a power cut may lose what was appended since the last {@link #sync}.
 * Numbers go on where they ended, also when everything was acknowledged, because the newest segment
 * is never deleted. What does not fit into the size allowed is refused and counted.
 */
public final class Spool implements AutoCloseable {
    private static final long LARGEST_SEGMENT = 8L << 20;

    private final Path folder;
    private final long maxBytes;
    private final long segmentBytes;
    private final Clock clock;
    private final Claim claim;
    private final Bookmark bookmark;
    private final Loss loss;
    private final ConcurrentSkipListMap<Long, Segment> segments = new ConcurrentSkipListMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final ByteBuffer frame = ByteBuffer.allocateDirect(Frame.LARGEST);
    private final Reader reader;

    /** How many the reader had missed when that was last written down. */
    private long toldLost;

    private volatile long nextSequence;
    private volatile Thread sleeper;
    private boolean closed;

    private Spool(Path folder, long maxBytes, Clock clock) throws IOException {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.clock = clock;
        // A quarter, so that a small spool too can forget what was acknowledged.
        this.segmentBytes = Math.min(LARGEST_SEGMENT, maxBytes / 4);
        this.claim = Claim.on(folder);
        this.bookmark = new Bookmark(folder.resolve("acknowledged"));
        this.loss = Loss.on(folder);
        long acknowledged = bookmark.load();
        openSegments(acknowledged);
        this.reader = new Reader(segments, acknowledged);
    }

    /**
     * Opens the spool in this folder and repairs what a crash left.
     *
     * @param maxBytes that it may take on the disk
     * @param clock says when it was found that something is lost
     * @throws IOException if the folder cannot be used or another process uses it
     */
    public static Spool open(Path folder, long maxBytes, Clock clock) throws IOException {
        return new Spool(folder, maxBytes, clock);
    }

    private void openSegments(long acknowledged) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(Segment::isOne).sorted().toList();
        }
        for (Path file : files) {
            Segment segment = Segment.open(file);
            segments.put(segment.first(), segment);
        }
        nextSequence = segments.isEmpty() ? 1 : segments.lastEntry().getValue().repair();
        boolean harmed = !segments.isEmpty() && segments.lastEntry().getValue().isHarmed();
        if (segments.isEmpty() || harmed || nextSequence < acknowledged) {
            // Files that were taken away must not make old numbers come back.
            nextSequence = Math.max(nextSequence, acknowledged);
            startSegment();
        }
        bytes.set(segments.values().stream().mapToLong(Segment::end).sum());
    }

    /** Names this door, for ever. */
    public UUID door() {
        return claim.door();
    }

    /**
     * Adds an entry under the next number.
     *
     * @return false if there is no room; this was counted
     * @throws IOException if the disk refused; this was counted
     */
    public boolean append(Instant time, String key, byte[] body) throws IOException {
        boolean kept = false;
        try {
            kept = tryAppend(time, key, body);
        } finally {
            if (!kept) {
                dropped.incrementAndGet();
                loss.at(time);
            }
        }
        Thread waiting = sleeper;
        if (waiting != null) {
            LockSupport.unpark(waiting);
        }
        return kept;
    }

    private synchronized boolean tryAppend(Instant time, String key, byte[] body)
            throws IOException {
        if (closed) {
            throw new IOException("the spool is closed");
        }
        Frame.write(frame, nextSequence, time, key, body);
        int size = frame.remaining();
        if (bytes.get() + size > maxBytes) {
            return false;
        }
        Segment active = segments.lastEntry().getValue();
        if (active.end() > 0 && active.end() + size > segmentBytes) {
            active = startSegment();
        }
        active.append(frame);
        bytes.addAndGet(size);
        nextSequence++;
        return true;
    }

    private Segment startSegment() throws IOException {
        Segment segment = Segment.create(folder, nextSequence);
        segments.put(nextSequence, segment);
        return segment;
    }

    private synchronized void leave(long segment) throws IOException {
        if (segments.lastKey() == segment) {
            startSegment();
        }
    }

    /** The next entries in order, at most so many, none if all were handed out. One thread only. */
    public List<Entry> next(int max) throws IOException {
        List<Entry> entries = new ArrayList<>();
        reader.read(max, entries);
        if (entries.isEmpty() && reader.damaged()) {
            // Nothing behind the damage can be found again: the next entries go elsewhere.
            leave(reader.segment());
            reader.read(max, entries);
        }
        if (reader.lost() > toldLost) {
            // Of what a damaged file swallowed only this is certain: it came before now.
            toldLost = reader.lost();
            loss.at(clock.instant());
        }
        return entries;
    }

    /**
     * When an entry was last refused, or found to be lost, in this run or one before: whoever
     * promises that all is told promises too much from before then. What {@link #next} has passed
     * over is in it when that returns. Empty: never.
     */
    public Optional<Instant> lastLoss() {
        return loss.last();
    }

    /** Waits until there is something for {@link #next}, or for so long. */
    public void await(Duration longest) {
        sleeper = Thread.currentThread();
        if (reader.sequence() >= nextSequence) {
            LockSupport.parkNanos(this, longest.toNanos());
        }
        sleeper = null;
    }

    /** Everything that {@link #next} handed out is safe elsewhere and may be forgotten here. */
    public void acknowledge() throws IOException {
        reader.acknowledge();
        bookmark.save(reader.sequence());
        Map.Entry<Long, Segment> current = segments.floorEntry(reader.segment());
        for (Segment old : segments.headMap(current.getKey()).values()) {
            segments.remove(old.first());
            bytes.addAndGet(-old.end());
            old.delete();
        }
    }

    /** Makes sure that what was appended so far survives a power cut. */
    public void sync() throws IOException {
        for (Segment segment : segments.values()) {
            segment.sync();
        }
    }

    public SpoolDepth depth() {
        return new SpoolDepth(
                Math.max(0, nextSequence - reader.acknowledged()),
                Math.max(0, bytes.get() - reader.acknowledgedBytes()),
                dropped.get() + reader.lost());
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        sync();
        for (Segment segment : segments.values()) {
            segment.close();
        }
        bookmark.close();
        loss.close();
        claim.release();
    }
}
