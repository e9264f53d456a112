package org.fingerpost.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.Caller;
import org.fingerpost.access.CurrentCaller;
import org.jboss.resteasy.reactive.RestQuery;

/** The audit trail over HTTP: a provider reads of its own things, the operator of all. */
@Path("/api/v1/audit")
@Tag(name = "Audit")
@RunOnVirtualThread
class AuditResource {
    /** Who does not say what is wanted gets a page. */
    private static final String NDJSON = "application/x-ndjson;qs=0.5";

    private final Audit audit;
    private final CurrentCaller caller;
    private final ObjectMapper json;

    AuditResource(Audit audit, CurrentCaller caller, ObjectMapper json) {
        this.audit = audit;
        this.caller = caller;
        this.json = json;
    }

    record View(
            String id,
            Instant at,
            String who,
            String via,
            String action,
            String subject,
            Optional<Long> providerId,
            JsonNode before,
            JsonNode after) {}

    /**
     * {@code subject}: only of this thing, {@code range/12}; {@code after}: the id of the entry
     * behind which the page begins; {@code size}: at most 1000.
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<View> list(
            @RestQuery Optional<String> subject,
            @RestQuery @DefaultValue("0-0") String after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int size) {
        return audit.seenBy(caller.get(), subject, AuditEntry.Place.parse(after), size).stream()
                .map(this::view)
                .toList();
    }

    /** Everything behind {@code after}, an entry a line, streamed. */
    @GET
    @Produces(NDJSON)
    public StreamingOutput export(
            @RestQuery Optional<String> subject, @RestQuery @DefaultValue("0-0") String after) {
        Caller who = caller.get();
        AuditEntry.Place behind = AuditEntry.Place.parse(after);
        return out -> audit.export(who, subject, behind, entry -> writeLine(out, entry));
    }

    private void writeLine(OutputStream out, AuditEntry entry) {
        try {
            out.write(json.writeValueAsBytes(view(entry)));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("the reader of the audit went away", e);
        }
    }

    private View view(AuditEntry entry) {
        return new View(
                entry.id().toString(),
                entry.at(),
                entry.who(),
                entry.via(),
                entry.action(),
                entry.subject(),
                entry.provider(),
                tree(entry.before()),
                tree(entry.after()));
    }

    private JsonNode tree(Optional<String> text) {
        try {
            return text.isPresent() ? json.readTree(text.get()) : NullNode.getInstance();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an audit entry holds no JSON", e);
        }
    }
}
