package org.fingerpost.firmware.s3;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.fingerpost.firmware.blobs.StoreAway;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The objects of one bucket. What the store does not do, becomes a {@link StoreAway}. */
final class Bucket implements AutoCloseable {
    private static final int NOT_FOUND = 404;

    private final S3Client s3;
    private final String name;

    Bucket(S3Client s3, String name) {
        this.s3 = s3;
        this.name = name;
    }

    record Found(String key, long size, Instant modified) {}

    Optional<Found> find(String key) {
        return whatIsThere(
                "look at a blob",
                () -> {
                    var head = s3.headObject(r -> r.bucket(name).key(key));
                    return new Found(key, head.contentLength(), head.lastModified());
                });
    }

    Optional<InputStream> open(String key) {
        return whatIsThere("read a blob", () -> s3.getObject(r -> r.bucket(name).key(key)));
    }

    /** Empty, if it is to say something by its key alone. */
    void put(String key, String md5, RequestBody body) {
        done("put a blob", () -> s3.putObject(r -> r.bucket(name).key(key).contentMD5(md5), body));
    }

    void drop(String key) {
        done("drop a blob", () -> s3.deleteObject(r -> r.bucket(name).key(key)));
    }

    /** False if there is none. */
    boolean copy(String from, String to) {
        return whatIsThere(
                        "copy a blob",
                        () ->
                                s3.copyObject(r ->
                                        r.sourceBucket(name)
                                                .sourceKey(from)
                                                .destinationBucket(name)
                                                .destinationKey(to)))
                .isPresent();
    }

    void list(String prefix, Consumer<Found> visitor) {
        var all = s3.listObjectsV2Paginator(r -> r.bucket(name).prefix(prefix)).contents();
        var pages = done("list the bucket", all::iterator);
        while (done("list the bucket", pages::hasNext)) {
            S3Object each = done("list the bucket", pages::next);
            visitor.accept(new Found(each.key(), each.size(), each.lastModified()));
        }
    }

    /**
     * Sends a file in parts, of which those that are there from an earlier try stay.
     *
     * @return how many it has sent
     */
    int putParts(String key, Path file, long size) {
        return done("put a blob", () -> new PartedUpload(s3, name, key).send(file, size));
    }

    /** Whether parts have come over for an object that is not there yet. */
    boolean isBegun(String key) {
        return done("list uploads", () -> new PartedUpload(s3, name, key).begun()).isPresent();
    }

    void giveUpParts(String prefix, Instant before) {
        done("give up uploads", () -> PartedUpload.giveUp(s3, name, prefix, before));
    }

    /**
     * Looks whether the bucket can be used.
     *
     * @return what is wrong with the settings, if the store says so
     * @throws StoreAway if it says nothing
     */
    Optional<String> objection() {
        try {
            s3.headBucket(r -> r.bucket(name));
            return Optional.empty();
        } catch (S3Exception e) {
            return switch (e.statusCode()) {
                case NOT_FOUND -> Optional.of("there is no bucket '" + name + "'");
                case 401, 403 -> Optional.of("the key may not use the bucket '" + name + "'");
                case 301 -> Optional.of("the bucket '" + name + "' is in another region");
                case 400 -> Optional.of("the store does not take the request (status 400)");
                default -> throw away("look at the bucket", e);
            };
        } catch (SdkException e) {
            throw away("look at the bucket", e);
        }
    }

    @Override
    public void close() {
        s3.close();
    }

    private static <T> Optional<T> whatIsThere(String what, Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw away(what, e);
        } catch (SdkException e) {
            throw away(what, e);
        }
    }

    private static <T> T done(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw away(what, e);
        }
    }

    /** The store's own words are for nobody else: they may quote what was signed. */
    private static StoreAway away(String what, SdkException e) {
        String why =
                e instanceof S3Exception said
                        ? "it answered with status " + said.statusCode()
                        : "it did not answer";
        return new StoreAway("the object store did not " + what + ": " + why, e);
    }
}
