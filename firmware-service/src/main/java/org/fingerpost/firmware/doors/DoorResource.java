package org.fingerpost.firmware.doors;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;

/** The doors over HTTP; the operator's. */
@Path("/api/v1/doors")
@Tag(name = "Doors")
@RunOnVirtualThread
class DoorResource {
    private final Doors doors;
    private final CurrentCaller caller;

    DoorResource(Doors doors, CurrentCaller caller) {
        this.doors = doors;
        this.caller = caller;
    }

    /** {@code heardTo}: up to then all that it saw has been read; nothing: it never said so. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record View(UUID door, String service, Optional<Instant> heardTo) {}

    /** Those first for which the judging of rollouts waits. */
    @GET
    public List<View> list() {
        caller.get().mustBeOperator();
        return doors.all().stream()
                .map(door -> new View(door.door(), door.service(), door.to()))
                .toList();
    }

    /** It was taken away: nobody waits for it any more. */
    @DELETE
    @Path("/{door}")
    public void forget(UUID door) {
        caller.get().mustBeOperator();
        doors.forget(door);
    }
}
