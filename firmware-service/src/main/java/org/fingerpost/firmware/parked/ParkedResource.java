package org.fingerpost.firmware.parked;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Revision;
import org.fingerpost.firmware.rollouts.Rollout;
import org.fingerpost.firmware.rollouts.Rollouts;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.problems.Problem;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** A rollout's parked phones over HTTP. */
@Path("/api/v1/rollouts/{id}/parked")
@Tag(name = "Rollouts")
@RunOnVirtualThread
class ParkedResource {
    private final ParkedPhones parked;
    private final Rollouts rollouts;
    private final CurrentCaller caller;

    ParkedResource(ParkedPhones parked, Rollouts rollouts, CurrentCaller caller) {
        this.parked = parked;
        this.rollouts = rollouts;
        this.caller = caller;
    }

    record View(String mac, String reason, Instant at) {}

    /** {@code after}: the MAC behind which the page begins; {@code size}: at most 1000. */
    @GET
    public List<View> list(
            long id,
            @RestQuery Optional<@Pattern(regexp = "[0-9a-fA-F]{12}") String> after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int size) {
        long behind = after.map(mac -> MacAddress.parse(mac).bits()).orElse(-1L);
        return parked.of(found(id).id(), behind, size).stream()
                .map(phone -> new View(phone.mac().toString(), phone.reason().word(), phone.at()))
                .toList();
    }

    /** The phone is let in by the rule again, and what it did is forgotten. */
    @DELETE
    @Path("/{mac}")
    public RestResponse<Void> release(long id, String mac) {
        long commit = parked.release(caller.get(), found(id), MacAddress.parse(mac));
        return Revision.of("firmware", commit).noContent();
    }

    private Rollout found(long id) {
        return rollouts.find(caller.get(), id)
                .orElseThrow(() -> Problem.notFound("no rollout " + id));
    }
}
