package org.fingerpost.config.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.Caller;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.problems.Problem;
import org.jboss.resteasy.reactive.RestQuery;

/** What the doors have seen of one phone, over HTTP. */
@Path("/api/v1/devices/{mac}/timeline")
@Tag(name = "Timeline")
@RunOnVirtualThread
class TimelineResource {
    /** The times that the database can be asked for. */
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant LAST =
            OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC).toInstant();

    private final Timeline timeline;
    private final CurrentCaller caller;

    TimelineResource(Timeline timeline, CurrentCaller caller) {
        this.timeline = timeline;
        this.caller = caller;
    }

    /** {@code id}: names the entry, and is what the next page's {@code after} says. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record View(
            String id,
            Instant time,
            String service,
            String kind,
            String outcome,
            String file,
            int status,
            long bytes,
            String method,
            String model,
            String version,
            String userAgent,
            String address,
            boolean secure,
            UUID door) {
        static View of(TimelineEntry entry) {
            return new View(
                    entry.position().toString(),
                    entry.position().time(),
                    entry.service(),
                    entry.kind(),
                    entry.outcome(),
                    entry.file(),
                    entry.status(),
                    entry.bytes(),
                    entry.method(),
                    entry.model(),
                    entry.version(),
                    entry.userAgent(),
                    entry.address(),
                    entry.secure(),
                    entry.position().door());
        }
    }

    /**
     * Newest first. {@code after}: the id of the last entry of the page before; {@code size}: at
     * most 1000; {@code from}, {@code to}: times in UTC, the second one is not included; {@code
     * providerId}: from the operator only, whose sightings, 0 for those that led to nobody.
     */
    @GET
    public List<View> get(
            String mac,
            @RestQuery Optional<String> after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int size,
            @RestQuery Optional<String> from,
            @RestQuery Optional<String> to,
            @RestQuery Optional<Long> providerId) {
        long provider = whose(providerId);
        MacAddress phone = MacAddress.parse(mac);
        Instant first = from.map(text -> time("from", text)).orElse(FIRST);
        Position last = Position.before(to.map(text -> time("to", text)).orElse(LAST));
        Position behind = after.map(Position::parse).orElse(last);
        if (behind.time().isAfter(last.time())) {
            behind = last;
        }
        return timeline.page(provider, phone, first, behind, size).stream().map(View::of).toList();
    }

    private long whose(Optional<Long> asked) {
        return switch (caller.get()) {
            case Caller.Operator() ->
                    asked.orElseThrow(() ->
                            Problem.invalid(
                                            "invalid-field",
                                            "providerId: whose sightings? 0 are those that led to"
                                                    + " nobody")
                                    .with("field", "providerId"));
            case Caller.OfProvider(long own) -> {
                if (asked.isPresent() && asked.get() != own) {
                    throw Problem.forbidden(
                            "operator-key-needed", "only the operator sees another's sightings");
                }
                yield own;
            }
        };
    }

    private static Instant time(String field, String text) {
        try {
            Instant time = Instant.parse(text);
            if (!time.isBefore(FIRST) && !time.isAfter(LAST)) {
                return time;
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw Problem.invalid(
                        "invalid-field", field + ": a time in UTC such as 2026-11-27T08:30:00Z")
                .with("field", field);
    }
}
