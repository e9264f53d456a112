package org.fingerpost.redirect.ranges.searching;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.ranges.RangeView;
import org.fingerpost.redirect.ranges.Registration;
import org.jboss.resteasy.reactive.RestQuery;

/** Lists of ranges over HTTP: a page as JSON, or all as CSV in the form that an import takes. */
@Path("/api/v1/ranges")
@Tag(name = "Ranges")
@RunOnVirtualThread
class RangeListResource {
    private static final String CSV = "text/csv;qs=0.5";

    private final RangeSearch search;
    private final CurrentCaller caller;

    RangeListResource(RangeSearch search, CurrentCaller caller) {
        this.search = search;
        this.caller = caller;
    }

    /**
     * {@code state}, {@code targetServerId}, {@code company}: only those; {@code mac}: those around
     * this address, innermost first; {@code after}: the id behind which the page begins; {@code
     * size}: at most 1000.
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<RangeView> list(
            @RestQuery Optional<String> state,
            @RestQuery Optional<Long> targetServerId,
            @RestQuery Optional<String> mac,
            @RestQuery Optional<String> company,
            @RestQuery @DefaultValue("0") long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int size) {
        return search.page(filter(state, targetServerId, mac, company), after, size).stream()
                .map(RangeView::of)
                .toList();
    }

    /** All that stand, or all in the state that is asked for, streamed. */
    @GET
    @Produces(CSV)
    public StreamingOutput export(
            @RestQuery Optional<String> state,
            @RestQuery Optional<Long> targetServerId,
            @RestQuery Optional<String> mac,
            @RestQuery Optional<String> company,
            @RestQuery @DefaultValue("0") long after) {
        RangeFilter filter = filter(state, targetServerId, mac, company);
        return out -> {
            Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            text.write("first,last,targetServerId,company\r\n");
            search.each(
                    filter,
                    after,
                    range -> {
                        if (filter.state().isPresent() || stands(range)) {
                            write(text, range);
                        }
                    });
            text.flush();
        };
    }

    private RangeFilter filter(
            Optional<String> state,
            Optional<Long> targetServer,
            Optional<String> mac,
            Optional<String> company) {
        return new RangeFilter(
                caller.get(),
                state.map(RangeListResource::state),
                targetServer,
                mac.map(MacAddress::parse),
                company);
    }

    private static Registration.State state(String word) {
        return Stream.of(Registration.State.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        Problem.invalid("invalid-field", "no range is in such a state")
                                .with("field", "state"));
    }

    private static boolean stands(Registration range) {
        return switch (range.state()) {
            case PENDING, PILOT, ACTIVE -> true;
            case REJECTED, DEFAULT -> false;
        };
    }

    private static void write(Writer text, Registration range) {
        try {
            text.write(
                    range.range().first()
                            + ","
                            + range.range().last()
                            + ","
                            + range.targetServer()
                            + ","
                            + range.company().map(RangeListResource::quoted).orElse("")
                            + "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the reader of the ranges went away", e);
        }
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }
}
