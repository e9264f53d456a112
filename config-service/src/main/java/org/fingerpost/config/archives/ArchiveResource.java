package org.fingerpost.config.archives;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Permission;
import org.fingerpost.config.archives.jobs.ArchiveJob;
import org.fingerpost.config.archives.jobs.Rejection;
import org.fingerpost.problems.Problem;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A provider's archives over HTTP. A passphrase is in a body, never in an address. */
@Path("/api/v1/archives")
@Tag(name = "Archives")
@RunOnVirtualThread
class ArchiveResource {
    private final Exports exports;
    private final ArchiveImports imports;
    private final CurrentCaller caller;

    ArchiveResource(Exports exports, ArchiveImports imports, CurrentCaller caller) {
        this.exports = exports;
        this.imports = imports;
        this.caller = caller;
    }

    /** {@code passphrase}: at least 12 characters; who has it has all secrets. */
    record Body(@NotNull String passphrase) {
        @Override
        public String toString() {
            return "Body[…]";
        }
    }

    record Taken(long id) {}

    /** {@code decided} of {@code documents} are there now, or {@code rejected}. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record View(
            long id,
            String state,
            Optional<String> reason,
            long documents,
            long decided,
            long rejected,
            Instant askedAt,
            Optional<Instant> finishedAt) {
        static View of(ArchiveJob job) {
            return new View(
                    job.id(),
                    job.state().word(),
                    job.reason(),
                    job.documents(),
                    job.decided(),
                    job.rejected(),
                    job.askedAt(),
                    job.finishedAt());
        }
    }

    /** Everything that the provider owns here, sealed. Needs {@code reveal}; is written down. */
    @POST
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(
            name = "Content-Disposition",
            value = "attachment; filename=\"fingerpost.archive\"")
    public StreamingOutput export(@NotNull @Valid Body body) throws IOException {
        long provider = caller.get().provider();
        caller.key().mustHave(Permission.REVEAL);
        return sent(exports.of(provider, body.passphrase(), caller.key()));
    }

    private static StreamingOutput sent(InputStream archive) {
        return out -> {
            try (archive) {
                archive.transferTo(out);
            }
        };
    }

    /**
     * Takes an archive over, in the background. {@code overwrite}: what is there already is changed
     * into what the archive says; without it such an archive is refused. One at a time for each
     * provider.
     */
    @POST
    @Path("/import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public RestResponse<Taken> take(
            @RestQuery @DefaultValue("false") boolean overwrite,
            @RestForm @NotNull String passphrase,
            @RestForm @NotNull FileUpload archive)
            throws IOException {
        long id =
                imports.take(
                        caller.get().provider(), overwrite, passphrase, archive.uploadedFile());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, new Taken(id))
                .header("Location", "/api/v1/archives/imports/" + id)
                .build();
    }

    /** {@code after}: the id behind which the page begins; {@code size}: at most 1000. */
    @GET
    @Path("/imports")
    public List<View> list(
            @RestQuery @DefaultValue("0") long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int size) {
        return imports.page(caller.get().provider(), after, size).stream().map(View::of).toList();
    }

    @GET
    @Path("/imports/{id}")
    public View get(long id) {
        return View.of(find(id));
    }

    /** What was not taken over, and why. {@code after}: the document behind which it begins. */
    @GET
    @Path("/imports/{id}/rejections")
    public List<Rejection> rejections(
            long id,
            @RestQuery @DefaultValue("0") long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int size) {
        return imports.rejections(find(id), after, size);
    }

    private ArchiveJob find(long id) {
        return imports.find(caller.get().provider(), id)
                .orElseThrow(() -> Problem.notFound("no import " + id));
    }
}
