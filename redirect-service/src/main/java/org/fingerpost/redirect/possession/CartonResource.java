package org.fingerpost.redirect.possession;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;

/** The operator loads the codes of cartons, which nobody can read back. */
@Path("/api/v1/cartons")
@Tag(name = "Cartons")
@RunOnVirtualThread
class CartonResource {
    private final Cartons cartons;
    private final CurrentCaller caller;

    CartonResource(Cartons cartons, CurrentCaller caller) {
        this.cartons = cartons;
        this.caller = caller;
    }

    record Loaded(int cartons) {}

    /** {@code first,last,code} or {@code mac,serial} a line, at most 1 MiB at a time. */
    @PUT
    @Consumes("text/csv")
    public Loaded load(@NotNull String csv) {
        caller.get().mustBeOperator();
        List<Carton> list = Carton.parse(csv);
        cartons.keep(caller.get(), list);
        return new Loaded(list.size());
    }
}
