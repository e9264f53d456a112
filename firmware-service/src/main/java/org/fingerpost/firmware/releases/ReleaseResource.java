package org.fingerpost.firmware.releases;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.persistence.PersistenceException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Revision;
import org.fingerpost.firmware.catalog.FileName;
import org.fingerpost.problems.Problem;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Releases over HTTP. */
@Path("/api/v1/releases")
@Tag(name = "Releases")
@RunOnVirtualThread
class ReleaseResource {
    private static final Logger LOG = Logger.getLogger(ReleaseResource.class);

    private final Intake intake;
    private final Releases releases;
    private final UploadLimit limit;
    private final CurrentCaller caller;

    ReleaseResource(Intake intake, Releases releases, UploadLimit limit, CurrentCaller caller) {
        this.intake = intake;
        this.releases = releases;
        this.limit = limit;
        this.caller = caller;
    }

    record View(
            long id,
            long providerId,
            String family,
            String version,
            String state,
            List<FileView> files) {
        static View of(FirmwareRelease release) {
            return new View(
                    release.id(),
                    release.provider(),
                    release.family(),
                    release.version().text(),
                    release.state().word(),
                    release.files().stream().map(FileView::of).toList());
        }
    }

    record FileView(String name, long size, String digest) {
        static FileView of(FirmwareRelease.File file) {
            return new FileView(file.name().text(), file.size(), file.digest().hex());
        }
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public RestResponse<View> upload(
            @RestForm @NotBlank String family,
            @RestForm @NotBlank String version,
            @RestForm(FileUpload.ALL) List<FileUpload> files) {
        long provider = caller.get().provider();
        Upload upload =
                new Upload(
                        family.strip(),
                        new Version(version.strip()),
                        files.stream().map(ReleaseResource::file).toList());
        limit.check(upload);
        return switch (take(provider, upload)) {
            case Submission.Drafted(var release, long commit) ->
                    Revision.of("firmware", commit).created(View.of(release));
            case Submission.UnknownFamily(var near) ->
                    throw Problem.invalid("unknown-family", unknown(upload.family(), near))
                            .with("field", "family")
                            .with("nearMisses", near);
            case Submission.VersionTaken(var existing) ->
                    throw taken(upload).with("clash", View.of(existing));
        };
    }

    /** {@code after}: the id behind which the page begins; {@code size}: at most 1000. */
    @GET
    public List<View> list(
            @RestQuery @DefaultValue("0") long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int size) {
        return releases.seenBy(caller.get(), after, size).stream().map(View::of).toList();
    }

    @GET
    @Path("/{id}")
    public View get(long id) {
        return releases.find(caller.get(), id)
                .map(View::of)
                .orElseThrow(() -> Problem.notFound("no release " + id));
    }

    @POST
    @Path("/{id}/publish")
    public RestResponse<View> publish(long id) {
        Releases.Kept kept = releases.publish(caller.get(), id);
        return Revision.of("firmware", kept.commit()).ok(View.of(kept.release()));
    }

    /** The body could not be read to its end; what came of it is deleted by the server. */
    @ServerExceptionMapper
    public Response unread(IOException failure, RoutingContext request) {
        LOG.infof("an upload broke off: %s", failure.getMessage());
        if (request.response().ended()) {
            // A body without a length went past the server's bound, which has told the caller.
            return Response.status(413).build();
        }
        boolean theirs =
                failure.getCause() != null
                        || String.valueOf(failure.getMessage()).contains("parsing multipart");
        Problem problem =
                theirs
                        ? Problem.unreadable("broken-multipart", "the multipart body has no end")
                        : Problem.notNow("upload-not-taken", "the upload could not be stored");
        return Response.status(problem.status())
                .type("application/problem+json")
                .entity(problem.body())
                .build();
    }

    private static Upload.File file(FileUpload part) {
        if (!part.name().equals("files")) {
            throw new IllegalArgumentException(
                    "there is no part '" + part.name() + "': each file is a part named 'files'");
        }
        return new Upload.File(new FileName(part.fileName()), part.filePath(), part.size());
    }

    /**
     * Between the question and the write somebody may have been quicker; then the constraint says
     * no.
     */
    private Submission take(long provider, Upload upload) {
        try {
            return intake.take(provider, upload);
        } catch (PersistenceException e) {
            if (String.valueOf(e.getMessage()).contains("release_version_is_unique")) {
                throw taken(upload);
            }
            throw e;
        }
    }

    private static Problem taken(Upload upload) {
        return Problem.conflict(
                "release-exists",
                "you have a release of " + upload.family() + " in version " + upload.version());
    }

    private static String unknown(String family, List<String> near) {
        return "'"
                + family
                + "' is no family and no model that is known here"
                + (near.isEmpty() ? "" : ": did you mean " + String.join(", ", near) + "?");
    }
}
