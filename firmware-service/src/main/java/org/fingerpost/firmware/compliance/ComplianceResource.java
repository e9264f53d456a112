package org.fingerpost.firmware.compliance;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.Caller;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.problems.Problem;
import org.fingerpost.rule.Span;
import org.jboss.resteasy.reactive.RestQuery;

/** Who runs what, over HTTP: a provider's own phones; the operator says whose. */
@Path("/api/v1/compliance")
@Tag(name = "Compliance")
@RunOnVirtualThread
class ComplianceResource {
    /** Who does not say what is wanted gets a page. */
    private static final String CSV = "text/csv;qs=0.5";

    private final Compliance compliance;
    private final CurrentCaller caller;

    ComplianceResource(Compliance compliance, CurrentCaller caller) {
        this.compliance = compliance;
        this.caller = caller;
    }

    /** {@code first} and {@code last} go together; {@code provider} is the operator's to say. */
    static class Filter {
        @RestQuery Optional<Long> provider;
        @RestQuery Optional<String> first;
        @RestQuery Optional<String> last;
        @RestQuery Optional<String> model;
        @RestQuery Optional<String> version;
        @RestQuery Optional<String> otherThan;
        @RestQuery Optional<String> group;

        PhoneQuery of(Caller caller) {
            if (first.isPresent() != last.isPresent()) {
                throw new IllegalArgumentException("first, last: a range has both");
            }
            if (group.isPresent()) {
                throw Problem.invalid(
                        "groups-unknown",
                        "groups are the config service's, whose state does not come here: ask by"
                                + " range, model or version");
            }
            return new PhoneQuery(
                    whose(caller),
                    first.map(from -> Span.parse(from, last.orElseThrow())),
                    model,
                    version,
                    otherThan);
        }

        private long whose(Caller caller) {
            return switch (caller) {
                case Caller.OfProvider(long own) -> own;
                case Caller.Operator() ->
                        provider.orElseThrow(
                                () -> new IllegalArgumentException("provider: say whose phones"));
            };
        }
    }

    record View(String mac, String model, String version, Instant seenAt) {
        static View of(Phone phone) {
            return new View(phone.mac().toString(), phone.model(), phone.version(), phone.seenAt());
        }
    }

    /** {@code after}: the MAC behind which the page begins; {@code size}: at most 1000. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<View> list(
            @BeanParam Filter filter,
            @RestQuery Optional<@Pattern(regexp = "[0-9a-fA-F]{12}") String> after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int size) {
        long behind = after.map(mac -> MacAddress.parse(mac).bits()).orElse(-1L);
        return compliance.page(filter.of(caller.get()), behind, size).stream()
                .map(View::of)
                .toList();
    }

    /** All of them, streamed. */
    @GET
    @Produces(CSV)
    public StreamingOutput export(@BeanParam Filter filter) {
        PhoneQuery query = filter.of(caller.get());
        return out -> {
            Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            lines.write("mac,model,version,seen_at\r\n");
            compliance.export(query, phone -> write(lines, phone));
            lines.flush();
        };
    }

    /** How many phones say that they are of which model and run which version. */
    @GET
    @Path("/summary")
    @Produces(MediaType.APPLICATION_JSON)
    public List<Summary> summary(@BeanParam Filter filter) {
        return compliance.summary(filter.of(caller.get()));
    }

    private static void write(Writer lines, Phone phone) {
        try {
            lines.append(phone.mac().toString())
                    .append(',')
                    .append(cell(phone.model()))
                    .append(',')
                    .append(cell(phone.version()))
                    .append(',')
                    .append(phone.seenAt().toString())
                    .append("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the reader of the export went away", e);
        }
    }

    /** A phone says what it likes: it is quoted, and begins no formula of a spreadsheet. */
    static String cell(String said) {
        boolean formula = !said.isEmpty() && "=+-@".indexOf(said.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + said.replace("\"", "\"\"") + '"';
    }
}
