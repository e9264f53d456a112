package org.fingerpost.firmware.uploads;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.firmware.names.FileName;
import org.jboss.resteasy.reactive.RestResponse;

/** Uploads that survive a cut: begun here, and continued at their own addresses. */
@Path("/api/v1/uploads")
@Tag(name = "Uploads")
@RunOnVirtualThread
class UploadResource {
    private final Uploads uploads;
    private final CurrentCaller caller;

    UploadResource(Uploads uploads, CurrentCaller caller) {
        this.uploads = uploads;
        this.caller = caller;
    }

    /**
     * @param name of the file; one that ends in {@code .zip} is unpacked when a release is made
     * @param size bytes
     * @param digest SHA-256 in lower-case hex; checked when the last byte is there
     */
    record Body(@NotNull String name, @Min(1) long size, Optional<String> digest) {}

    /** {@code Location} names the address for HEAD and PATCH. */
    @POST
    public RestResponse<UploadView> begin(@NotNull @Valid Body body) {
        Upload upload =
                uploads.begin(
                        caller.get().owner(),
                        new FileName(body.name()),
                        body.size(),
                        body.digest().map(Digest::new));
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED, UploadView.of(upload, 0))
                .header("Location", "/api/v1/uploads/" + upload.id())
                .build();
    }

    @GET
    public List<UploadView> list() {
        return uploads.of(caller.get().owner()).stream()
                .map(upload -> UploadView.of(upload, uploads.offset(upload)))
                .toList();
    }
}
