package org.fingerpost.firmware.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.fingerpost.firmware.blobs.BlobStore;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.firmware.blobs.Incoming;
import org.fingerpost.firmware.blobs.StoreAway;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * Blobs in a bucket. They come in by this machine's disk, where they are digested, and go over
 * under their digest, in one request or in parts: the store shows an object when it is whole.
 *
 * <p>Several processes may have one bucket. Within one, keeping and dropping exclude each other;
 * between them the database has to see to it, by what {@code upkeep} does in a transaction.
 */
public final class S3Blobs implements BlobStore, AutoCloseable {
    private final Bucket bucket;
    private final BucketKeys keys;
    private final Incoming incoming;
    private final Clock clock;
    private final Object lock = new Object();

    S3Blobs(Bucket bucket, BucketKeys keys, Incoming incoming, Clock clock) {
        this.bucket = bucket;
        this.keys = keys;
        this.incoming = incoming;
        this.clock = clock;
    }

    @Override
    public Staged stage(InputStream source) throws IOException {
        return incoming.stage(source);
    }

    /**
     * Bytes first, then when they were kept: without a word of that, the object's own time counts.
     */
    @Override
    public void keep(Staged staged) {
        Digest digest = staged.digest();
        if (!has(digest, staged.size())) {
            put(keys.blob(digest), staged.file(), staged.size());
        }
        synchronized (lock) {
            String now = keys.kept(digest, clock.instant());
            List<String> before = keptKeys(digest);
            bucket.put(
                    now, PartedUpload.base64(PartedUpload.md5(new byte[0])), RequestBody.empty());
            before.stream().filter(key -> !key.equals(now)).forEach(bucket::drop);
        }
    }

    @Override
    public boolean has(Digest digest, long size) {
        return bucket.find(keys.blob(digest)).filter(found -> found.size() == size).isPresent();
    }

    @Override
    public InputStream open(Digest digest) throws IOException {
        return bucket.open(keys.blob(digest))
                .orElseThrow(() -> new NoSuchFileException(digest.hex()));
    }

    @Override
    public void forEach(Consumer<Stored> visitor) {
        Map<Digest, Instant> kept = new HashMap<>();
        bucket.list(
                keys.kept(),
                found ->
                        keys.readKept(found.key())
                                .ifPresent(each ->
                                        kept.merge(each.digest(), each.at(), S3Blobs::later)));
        bucket.list(
                keys.blobs(),
                found ->
                        keys.digest(found.key())
                                .map(digest ->
                                        new Stored(
                                                digest,
                                                found.size(),
                                                kept.getOrDefault(digest, found.modified())))
                                .ifPresent(visitor));
    }

    @Override
    public boolean dropUnlessRenewed(Digest digest, Instant since) {
        synchronized (lock) {
            Optional<Bucket.Found> blob = bucket.find(keys.blob(digest));
            List<String> kept = keptKeys(digest);
            if (blob.isEmpty() || !kept(kept, blob.get()).isBefore(since)) {
                return false;
            }
            bucket.drop(keys.blob(digest));
            kept.forEach(bucket::drop);
            return true;
        }
    }

    @Override
    public Condition condition(Digest digest) {
        try (InputStream bytes = open(digest)) {
            return Digest.of(bytes).equals(digest) ? Condition.SOUND : Condition.SPOILT;
        } catch (NoSuchFileException e) {
            return Condition.MISSING;
        } catch (IOException | StoreAway e) {
            // Cut, or away: that says nothing of its bytes.
            return Condition.UNREADABLE;
        }
    }

    @Override
    public void quarantine(Digest digest) {
        synchronized (lock) {
            if (bucket.copy(keys.blob(digest), keys.quarantine(digest))) {
                bucket.drop(keys.blob(digest));
            }
        }
    }

    @Override
    public void tidy(Instant before) {
        bucket.giveUpParts(keys.blobs(), before);
    }

    @Override
    public void close() {
        bucket.close();
    }

    private void put(String key, Path file, long size) {
        if (size > PartedUpload.PART) {
            bucket.putParts(key, file, size);
            return;
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            bucket.put(
                    key,
                    PartedUpload.base64(PartedUpload.md5(bytes)),
                    RequestBody.fromBytes(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read what is to be put", e);
        }
    }

    private List<String> keptKeys(Digest digest) {
        List<String> all = new ArrayList<>();
        bucket.list(keys.kept(digest), found -> all.add(found.key()));
        return all;
    }

    private Instant kept(List<String> kept, Bucket.Found blob) {
        return kept.stream()
                .flatMap(key -> keys.readKept(key).stream())
                .map(BucketKeys.Kept::at)
                .reduce(S3Blobs::later)
                .orElse(blob.modified());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
