package org.fingerpost.config.imports;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.config.imports.jobs.DeviceJob;
import org.fingerpost.problems.CountsItsBody;
import org.fingerpost.problems.Problem;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** A provider's device lists over HTTP. No answer holds a cell of a list but MAC addresses. */
@Path("/api/v1/device-imports")
@Tag(name = "Device imports")
@CountsItsBody
@RunOnVirtualThread
class DeviceImportResource {
    private static final String CSV = "text/csv";
    private static final String CSV_IF_ASKED = CSV + ";qs=0.5";

    private final DeviceImports imports;
    private final CurrentCaller caller;

    DeviceImportResource(DeviceImports imports, CurrentCaller caller) {
        this.imports = imports;
        this.caller = caller;
    }

    record Taken(long id) {}

    /**
     * The header names the columns: {@code mac}, {@code model} and P-values. {@code
     * Idempotency-Key}: the same key is the same import.
     */
    @POST
    @Consumes(CSV)
    public RestResponse<Taken> take(
            InputStream body, @RestHeader("Idempotency-Key") Optional<String> key)
            throws IOException {
        if (key.filter(text -> text.isBlank() || text.length() > 200).isPresent()) {
            throw Problem.invalid("invalid-field", "an Idempotency-Key has 1 to 200 characters");
        }
        long id = imports.take(caller.get().provider(), key, body);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, new Taken(id))
                .header("Location", "/api/v1/device-imports/" + id)
                .build();
    }

    /** {@code after}: the id behind which the page begins; {@code size}: at most 1000. */
    @GET
    public List<DeviceJobView> list(
            @RestQuery @DefaultValue("0") long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int size) {
        return imports.page(caller.get().provider(), after, size).stream()
                .map(DeviceJobView::of)
                .toList();
    }

    @GET
    @Path("/{id}")
    public DeviceJobView get(long id) {
        return DeviceJobView.of(find(id));
    }

    /** {@code after}: the row behind which the page begins; {@code size}: at most 1000. */
    @GET
    @Path("/{id}/verdicts")
    @Produces(MediaType.APPLICATION_JSON)
    public List<DeviceJobView.OfRow> verdicts(
            long id,
            @RestQuery @DefaultValue("0") long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int size) {
        return imports.verdicts(find(id), after, size).stream()
                .map(DeviceJobView.OfRow::of)
                .toList();
    }

    /** All verdicts that are there, streamed. */
    @GET
    @Path("/{id}/verdicts")
    @Produces(CSV_IF_ASKED)
    public StreamingOutput verdictsAsCsv(long id) {
        DeviceJob job = find(id);
        return out -> {
            Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            text.write(DeviceJobView.OfRow.HEADER);
            imports.eachVerdict(job, row -> write(text, DeviceJobView.OfRow.of(row).csv()));
            text.flush();
        };
    }

    private static void write(Writer text, String line) {
        try {
            text.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException("the reader of the verdicts went away", e);
        }
    }

    private DeviceJob find(long id) {
        return imports.find(caller.get().provider(), id)
                .orElseThrow(() -> Problem.notFound("no import " + id));
    }
}
