package org.fingerpost.redirect.arrivals;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.ranges.Registration;
import org.fingerpost.redirect.ranges.registering.Ranges;
import org.jboss.resteasy.reactive.RestQuery;

/** How the phones of a range arrive, over HTTP. */
@Path("/api/v1/ranges/{id}/arrivals")
@Tag(name = "Arrivals")
@RunOnVirtualThread
class ArrivalResource {
    private final Arrivals arrivals;
    private final Ranges ranges;
    private final CurrentCaller caller;

    ArrivalResource(Arrivals arrivals, Ranges ranges, CurrentCaller caller) {
        this.arrivals = arrivals;
        this.ranges = ranges;
        this.caller = caller;
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record FunnelView(
            long rangeId,
            long addresses,
            long neverSeen,
            long contacted,
            long redirected,
            Optional<Instant> lastContact) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record PhoneView(
            String mac,
            Instant firstContact,
            Instant lastContact,
            String outcome,
            Optional<Instant> redirectedAt,
            String model,
            String version) {
        static PhoneView of(Arrival phone) {
            return new PhoneView(
                    phone.mac().toString(),
                    phone.firstContact(),
                    phone.lastContact(),
                    phone.outcome(),
                    phone.redirectedAt(),
                    phone.model(),
                    phone.version());
        }
    }

    /** The funnel: how many phones have never come, have come, were redirected. */
    @GET
    public FunnelView funnel(long id) {
        Registration range = range(id);
        Funnel funnel = arrivals.funnel(range);
        long addresses = range.range().last().bits() - range.range().first().bits() + 1;
        return new FunnelView(
                id,
                addresses,
                addresses - funnel.contacted(),
                funnel.contacted(),
                funnel.redirected(),
                funnel.lastContact());
    }

    /** {@code after}: the MAC address behind which the page begins; {@code size}: at most 1000. */
    @GET
    @Path("/phones")
    public List<PhoneView> phones(
            long id,
            @RestQuery Optional<String> after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int size) {
        return arrivals.phones(range(id), after.map(MacAddress::parse), size).stream()
                .map(PhoneView::of)
                .toList();
    }

    private Registration range(long id) {
        return ranges.find(caller.get(), id).orElseThrow(() -> Problem.notFound("no range " + id));
    }
}
