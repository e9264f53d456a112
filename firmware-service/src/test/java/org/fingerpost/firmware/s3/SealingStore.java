package org.fingerpost.firmware.s3;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * A store of one upload that encrypts what it gets: its ETags are no MD5s, and it ends an upload
 * only with the ETags that it gave.
 */
final class SealingStore implements S3Client {
    private static final String UPLOAD = "one";

    final Map<Integer, String> parts = new TreeMap<>();
    Instant begunAt = Instant.EPOCH;
    Instant partsAt = Instant.EPOCH;
    boolean begun;
    boolean ended;
    private String key = "";

    @Override
    public CreateMultipartUploadResponse createMultipartUpload(CreateMultipartUploadRequest r) {
        begun = true;
        key = r.key();
        return CreateMultipartUploadResponse.builder().uploadId(UPLOAD).build();
    }

    @Override
    public UploadPartResponse uploadPart(UploadPartRequest r, RequestBody body) {
        parts.put(r.partNumber(), "\"sealed-" + r.partNumber() + "\"");
        return UploadPartResponse.builder().eTag(parts.get(r.partNumber())).build();
    }

    @Override
    public ListMultipartUploadsResponse listMultipartUploads(ListMultipartUploadsRequest r) {
        MultipartUpload one =
                MultipartUpload.builder().key(key).uploadId(UPLOAD).initiated(begunAt).build();
        return ListMultipartUploadsResponse.builder()
                .uploads(begun ? List.of(one) : List.of())
                .isTruncated(false)
                .build();
    }

    @Override
    public ListPartsResponse listParts(ListPartsRequest r) {
        return ListPartsResponse.builder()
                .parts(
                        parts.entrySet().stream()
                                .map(each ->
                                        Part.builder()
                                                .partNumber(each.getKey())
                                                .eTag(each.getValue())
                                                .lastModified(partsAt)
                                                .build())
                                .toList())
                .isTruncated(false)
                .build();
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            CompleteMultipartUploadRequest r) {
        boolean known =
                r.multipartUpload().parts().stream()
                        .allMatch(each -> each.eTag().equals(parts.get(each.partNumber())));
        if (!known) {
            throw S3Exception.builder().statusCode(400).message("InvalidPart").build();
        }
        begun = false;
        ended = true;
        return CompleteMultipartUploadResponse.builder().build();
    }

    @Override
    public AbortMultipartUploadResponse abortMultipartUpload(AbortMultipartUploadRequest r) {
        begun = false;
        return AbortMultipartUploadResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
