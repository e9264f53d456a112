package org.fingerpost.redirect.imports;

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
import org.fingerpost.access.Caller;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.problems.CountsItsBody;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.imports.jobs.RangeJob;
import org.fingerpost.redirect.imports.lists.CsvRangeList;
import org.fingerpost.redirect.imports.lists.JsonRangeList;
import org.fingerpost.redirect.imports.lists.RangeList;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Imports of ranges over HTTP, and where to ask for bulk approvals. */
@Path("/api/v1/range-imports")
@Tag(name = "Range imports")
@CountsItsBody
@RunOnVirtualThread
class RangeImportResource {
    private static final String CSV = "text/csv";
    private static final String CSV_IF_ASKED = CSV + ";qs=0.5";

    private final RangeImports imports;
    private final CurrentCaller caller;

    RangeImportResource(RangeImports imports, CurrentCaller caller) {
        this.imports = imports;
        this.caller = caller;
    }

    record Taken(long id) {
        static RestResponse<Taken> at(long id) {
            return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, new Taken(id))
                    .header("Location", "/api/v1/range-imports/" + id)
                    .build();
        }
    }

    /**
     * The header names the columns: {@code first,last,targetServerId}, and {@code company} if you
     * like. {@code Idempotency-Key}: the same key is the same import; {@code providerId}: for whom,
     * from the operator only.
     */
    @POST
    @Consumes(CSV)
    public RestResponse<Taken> csv(
            InputStream body,
            @RestHeader("Idempotency-Key") Optional<String> key,
            @RestQuery Optional<Long> providerId)
            throws IOException {
        return take(new CsvRangeList(), body, key, providerId);
    }

    /** An array of objects with the names of the CSV's columns. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<Taken> json(
            InputStream body,
            @RestHeader("Idempotency-Key") Optional<String> key,
            @RestQuery Optional<Long> providerId)
            throws IOException {
        return take(new JsonRangeList(), body, key, providerId);
    }

    private RestResponse<Taken> take(
            RangeList list, InputStream body, Optional<String> key, Optional<Long> providerId)
            throws IOException {
        Caller by = caller.get();
        if (key.filter(text -> text.isBlank() || text.length() > 200).isPresent()) {
            throw Problem.invalid("invalid-field", "an Idempotency-Key has 1 to 200 characters");
        }
        return Taken.at(imports.take(by, forWhom(by, providerId), key, list, body));
    }

    private static long forWhom(Caller by, Optional<Long> asked) {
        return switch (by) {
            case Caller.Operator() ->
                    asked.orElseThrow(() ->
                            Problem.invalid("invalid-field", "providerId: for whom?")
                                    .with("field", "providerId"));
            case Caller.OfProvider(long own) -> {
                if (asked.isPresent() && asked.get() != own) {
                    throw Problem.forbidden(
                            "operator-key-needed",
                            "only the operator registers for another provider");
                }
                yield own;
            }
        };
    }

    /** {@code after}: the id behind which the page begins; {@code size}: at most 1000. */
    @GET
    public List<RangeJobView> list(
            @RestQuery @DefaultValue("0") long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int size) {
        return imports.seenBy(caller.get(), after, size).stream().map(RangeJobView::of).toList();
    }

    @GET
    @Path("/{id}")
    public RangeJobView get(long id) {
        return RangeJobView.of(find(id));
    }

    /** {@code after}: the row behind which the page begins; {@code size}: at most 1000. */
    @GET
    @Path("/{id}/verdicts")
    @Produces(MediaType.APPLICATION_JSON)
    public List<RangeJobView.OfRow> verdicts(
            long id,
            @RestQuery @DefaultValue("0") long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int size) {
        return imports.verdicts(find(id), after, size).stream()
                .map(RangeJobView.OfRow::of)
                .toList();
    }

    /** All verdicts that are there, streamed. */
    @GET
    @Path("/{id}/verdicts")
    @Produces(CSV_IF_ASKED)
    public StreamingOutput verdictsAsCsv(long id) {
        RangeJob job = find(id);
        return out -> {
            Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            text.write(RangeJobView.OfRow.HEADER);
            imports.eachVerdict(job, row -> write(text, RangeJobView.OfRow.of(row).csv()));
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

    private RangeJob find(long id) {
        return imports.find(caller.get(), id)
                .orElseThrow(() -> Problem.notFound("no import " + id));
    }
}
