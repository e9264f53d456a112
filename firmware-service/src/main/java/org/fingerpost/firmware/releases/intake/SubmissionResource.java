package org.fingerpost.firmware.releases.intake;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.persistence.PersistenceException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Revision;
import org.fingerpost.firmware.archives.BrokenArchive;
import org.fingerpost.firmware.names.FileName;
import org.fingerpost.firmware.names.Naming;
import org.fingerpost.firmware.names.Version;
import org.fingerpost.firmware.releases.ReleaseView;
import org.fingerpost.firmware.uploads.Uploads;
import org.fingerpost.problems.Problem;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** How releases are sent over HTTP. */
@Path("/api/v1/releases")
@Tag(name = "Releases")
@RunOnVirtualThread
class SubmissionResource {
    private static final Logger LOG = Logger.getLogger(SubmissionResource.class);

    private final Intake intake;
    private final Uploads uploads;
    private final CurrentCaller caller;

    SubmissionResource(Intake intake, Uploads uploads, CurrentCaller caller) {
        this.intake = intake;
        this.uploads = uploads;
        this.caller = caller;
    }

    /** A release made of finished uploads, which are used up by it. */
    record Body(
            @NotBlank String family,
            @NotBlank String version,
            @NotNull List<@NotNull Long> uploads,
            Optional<String> notes,
            Optional<String> minimumVersion,
            Optional<String> prefix,
            Optional<String> postfix,
            Optional<String> folder) {
        NewRelease of(List<NewRelease.File> files) {
            return new NewRelease(
                    family.strip(),
                    new Version(version.strip()),
                    notes.orElse(""),
                    minimumVersion.map(Version::new),
                    new Naming(prefix.orElse(""), postfix.orElse(""), folder.orElse("")),
                    files);
        }
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public RestResponse<ReleaseView> upload(
            @RestForm @NotBlank String family,
            @RestForm @NotBlank String version,
            @RestForm Optional<String> notes,
            @RestForm Optional<String> minimumVersion,
            @RestForm Optional<String> prefix,
            @RestForm Optional<String> postfix,
            @RestForm Optional<String> folder,
            @RestForm(FileUpload.ALL) List<FileUpload> files) {
        Body body =
                new Body(
                        family, version, List.of(), notes, minimumVersion, prefix, postfix, folder);
        return draft(body.of(files.stream().map(SubmissionResource::file).toList()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<ReleaseView> make(@NotNull @Valid Body body) {
        long owner = caller.get().owner();
        try (Uploads.Use use = uploads.use(owner, body.uploads())) {
            List<NewRelease.File> files =
                    uploads.finished(owner, use.uploads()).stream()
                            .map(f -> new NewRelease.File(f.name(), f.bytes(), f.size()))
                            .toList();
            RestResponse<ReleaseView> drafted = draft(body.of(files));
            uploads.drop(use.uploads());
            return drafted;
        }
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

    private static NewRelease.File file(FileUpload part) {
        if (!part.name().equals("files")) {
            throw new IllegalArgumentException(
                    "there is no part '" + part.name() + "': each file is a part named 'files'");
        }
        return new NewRelease.File(new FileName(part.fileName()), part.filePath(), part.size());
    }

    private RestResponse<ReleaseView> draft(NewRelease sent) {
        return switch (take(sent)) {
            case Submission.Drafted(var release, long commit) ->
                    Revision.of("firmware", commit).created(ReleaseView.of(release));
            case Submission.UnknownFamily(var near) ->
                    throw Problem.invalid("unknown-family", unknown(sent.family(), near))
                            .with("field", "family")
                            .with("nearMisses", near);
            case Submission.VersionTaken(var existing) ->
                    throw taken(sent).with("clash", ReleaseView.of(existing));
            case Submission.Contradicted(var why) ->
                    throw Problem.invalid("not-this-release", why).with("field", "files");
        };
    }

    /**
     * Between the question and the write somebody may have been quicker; then the constraint says
     * no.
     */
    private Submission take(NewRelease sent) {
        try {
            return intake.take(caller.get().owner(), sent);
        } catch (BrokenArchive e) {
            throw Problem.invalid("broken-archive", e.getMessage()).with("field", "files");
        } catch (IOException e) {
            LOG.warnf("a release could not be stored: %s", e.getMessage());
            throw Problem.notNow("upload-not-taken", "the upload could not be stored");
        } catch (PersistenceException e) {
            if (String.valueOf(e.getMessage()).contains("release_version_is_unique")) {
                throw taken(sent);
            }
            throw e;
        }
    }

    private static Problem taken(NewRelease sent) {
        return Problem.conflict(
                "release-exists",
                "you have a release of " + sent.family() + " in version " + sent.version());
    }

    private static String unknown(String family, List<String> near) {
        return "'"
                + family
                + "' is no family and no model that is known here"
                + (near.isEmpty() ? "" : ": did you mean " + String.join(", ", near) + "?");
    }
}
