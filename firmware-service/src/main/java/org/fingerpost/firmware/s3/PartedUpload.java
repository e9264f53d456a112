package org.fingerpost.firmware.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.Part;

/**
 * A large object that goes over in parts and appears whole, when the last has come. Each part is
 * sent with its MD5, so that what changes on the way is refused. One that came over in an earlier
 * try, of this process or another, is not sent again where a store's ETag of it is its MD5; where
 * it is anything else, as in buckets that encrypt under a managed key, all go over again.
 */
final class PartedUpload {
    /** A store wants 5 MiB at least and 10,000 parts at most; one part is in memory. */
    static final int PART = 16 << 20;

    private final S3Client s3;
    private final String bucket;
    private final String key;

    PartedUpload(S3Client s3, String bucket, String key) {
        this.s3 = s3;
        this.bucket = bucket;
        this.key = key;
    }

    /**
     * @return how many parts were sent
     */
    int send(Path file, long size) {
        int sent = 0;
        String upload = begun().orElseGet(this::begin);
        Map<Integer, String> there = parts(upload);
        List<CompletedPart> all = new ArrayList<>();
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            for (int number = 1; (number - 1L) * PART < size; number++) {
                byte[] part = read(in, (number - 1L) * PART, size);
                String etag = there.getOrDefault(number, "");
                if (!etag.replace("\"", "").equals(hex(md5(part)))) {
                    etag = send(upload, number, part);
                    sent++;
                }
                all.add(CompletedPart.builder().partNumber(number).eTag(etag).build());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not read what is to be put", e);
        }
        s3.completeMultipartUpload(
                r -> r.bucket(bucket).key(key).uploadId(upload).multipartUpload(m -> m.parts(all)));
        return sent;
    }

    /**
     * Gives up uploads that nobody goes on with.
     *
     * @param before when they were begun, and their newest part came
     * @return how many
     */
    static int giveUp(S3Client s3, String bucket, String prefix, Instant before) {
        int given = 0;
        for (MultipartUpload each :
                s3.listMultipartUploadsPaginator(r -> r.bucket(bucket).prefix(prefix)).uploads()) {
            if (each.initiated().isBefore(before)
                    && new PartedUpload(s3, bucket, each.key()).isOlder(each.uploadId(), before)) {
                s3.abortMultipartUpload(
                        r -> r.bucket(bucket).key(each.key()).uploadId(each.uploadId()));
                given++;
            }
        }
        return given;
    }

    static String base64(byte[] md5) {
        return Base64.getEncoder().encodeToString(md5);
    }

    static byte[] md5(byte[] bytes) {
        try {
            return MessageDigest.getInstance("MD5").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    /** Of several, any: whoever ends one of them ends with the same bytes. */
    Optional<String> begun() {
        return s3
                .listMultipartUploadsPaginator(r -> r.bucket(bucket).prefix(key))
                .uploads()
                .stream()
                .filter(each -> each.key().equals(key))
                .map(MultipartUpload::uploadId)
                .findFirst();
    }

    /** False, too, of one that somebody has ended meanwhile. */
    private boolean isOlder(String upload, Instant before) {
        try {
            return s3
                    .listPartsPaginator(r -> r.bucket(bucket).key(key).uploadId(upload))
                    .parts()
                    .stream()
                    .allMatch(part ->
                            part.lastModified() == null || part.lastModified().isBefore(before));
        } catch (NoSuchUploadException e) {
            return false;
        }
    }

    private String begin() {
        return s3.createMultipartUpload(
                        r -> r.bucket(bucket).key(key).contentType("application/octet-stream"))
                .uploadId();
    }

    /** By number, the ETag as the store tells it, quotes and all. */
    private Map<Integer, String> parts(String upload) {
        Map<Integer, String> parts = new HashMap<>();
        for (Part each :
                s3.listPartsPaginator(r -> r.bucket(bucket).key(key).uploadId(upload)).parts()) {
            parts.put(each.partNumber(), each.eTag());
        }
        return parts;
    }

    /**
     * @return the ETag by which the store knows the part
     */
    private String send(String upload, int number, byte[] part) {
        return s3.uploadPart(
                        r ->
                                r.bucket(bucket)
                                        .key(key)
                                        .uploadId(upload)
                                        .partNumber(number)
                                        .contentMD5(base64(md5(part))),
                        RequestBody.fromBytes(part))
                .eTag();
    }

    private static byte[] read(FileChannel in, long from, long size) throws IOException {
        byte[] part = new byte[(int) Math.min(PART, size - from)];
        in.position(from);
        InputStream bytes = Channels.newInputStream(in);
        if (bytes.readNBytes(part, 0, part.length) < part.length) {
            throw new IOException("the file ends before its size");
        }
        return part;
    }

    private static String hex(byte[] md5) {
        return HexFormat.of().formatHex(md5);
    }
}
