package org.fingerpost.firmware.uploads;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.problems.CountsItsBody;
import org.fingerpost.problems.Problem;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

/** One upload: how far it is, and its next piece. In the manner of the tus protocol. */
@Path("/api/v1/uploads/{id}")
@Tag(name = "Uploads")
@CountsItsBody
@RunOnVirtualThread
class UploadBytesResource {
    private static final Logger LOG = Logger.getLogger(UploadBytesResource.class);
    private static final String OFFSET = "Upload-Offset";

    private final Uploads uploads;
    private final Pieces pieces;
    private final CurrentCaller caller;

    UploadBytesResource(Uploads uploads, Pieces pieces, CurrentCaller caller) {
        this.uploads = uploads;
        this.pieces = pieces;
        this.caller = caller;
    }

    @GET
    public UploadView get(long id) {
        Upload upload = settled(id);
        return UploadView.of(upload, uploads.offset(upload));
    }

    /** {@code Upload-Offset} is where the next piece begins. */
    @HEAD
    public RestResponse<Void> offset(long id) {
        Upload upload = settled(id);
        return RestResponse.ResponseBuilder.<Void>ok()
                .header(OFFSET, uploads.offset(upload))
                .header("Upload-Length", upload.size())
                .header("Cache-Control", "no-store")
                .build();
    }

    /** A piece that begins at {@code Upload-Offset}, of any length. */
    @PATCH
    @Consumes("application/offset+octet-stream")
    public RestResponse<Void> append(long id, @RestHeader(OFFSET) Long offset, InputStream piece) {
        if (offset == null) {
            throw Problem.unreadable("offset-missing", "say in Upload-Offset where it begins");
        }
        Upload upload = uploads.get(caller.get(), id);
        try {
            return RestResponse.ResponseBuilder.<Void>noContent()
                    .header(OFFSET, pieces.take(upload, offset, piece))
                    .build();
        } catch (IOException e) {
            LOG.infof("upload %d broke off: %s", id, e.getMessage());
            throw Problem.notNow("piece-cut", "the piece did not come to its end: go on from HEAD");
        }
    }

    /** Whoever sees that all has come may rely on its having been checked. */
    private Upload settled(long id) {
        pieces.settle(uploads.get(caller.get(), id));
        return uploads.get(caller.get(), id);
    }

    @DELETE
    public void drop(long id) {
        Upload upload = uploads.get(caller.get(), id);
        try (Uploads.Use use = uploads.use(upload.owner(), List.of(id))) {
            uploads.drop(use.uploads());
        }
    }
}
