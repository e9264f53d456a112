package org.fingerpost.firmware.upkeep;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.problems.Problem;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The operator's look at the store of the machine that answers. */
@Path("/api/v1/store")
@Tag(name = "Store")
@RunOnVirtualThread
class StoreResource {
    private final Upkeep upkeep;
    private final CurrentCaller caller;

    StoreResource(Upkeep upkeep, CurrentCaller caller) {
        this.upkeep = upkeep;
        this.caller = caller;
    }

    /**
     * @param checking whether a check is running now
     */
    record View(boolean checking, Optional<Check> lastCheck, Optional<Sweep> lastSweep) {}

    @GET
    public View get() {
        caller.get().mustBeOperator();
        return new View(upkeep.isChecking(), upkeep.lastCheck(), upkeep.lastSweep());
    }

    /** Reads every blob, in the background; the report is in {@code lastCheck} when it ends. */
    @POST
    @Path("/check")
    @ResponseStatus(202)
    public void check() {
        caller.get().mustBeOperator();
        upkeep.check();
    }

    /** Drops what nobody holds and whose grace is over. */
    @POST
    @Path("/sweep")
    public Sweep sweep() {
        caller.get().mustBeOperator();
        if (upkeep.isChecking()) {
            throw Problem.conflict(
                    "check-running", "a check is reading the store: ask again later");
        }
        return upkeep.sweep();
    }
}
