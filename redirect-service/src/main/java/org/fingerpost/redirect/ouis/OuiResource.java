package org.fingerpost.redirect.ouis;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.Caller;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.problems.Problem;

/** OUIs over HTTP: everybody reads them, the operator adds some. */
@Path("/api/v1/ouis")
@Tag(name = "OUIs")
@RunOnVirtualThread
class OuiResource {
    private final Ouis ouis;
    private final CurrentCaller caller;

    OuiResource(Ouis ouis, CurrentCaller caller) {
        this.ouis = ouis;
        this.caller = caller;
    }

    @GET
    public List<String> list() {
        caller.get();
        return ouis.all().stream().map(Oui::toString).toList();
    }

    @PUT
    @Path("/{oui}")
    public void add(String oui) {
        ouis.add(operator(), Oui.parse(oui));
    }

    /** Takes away one that was added; the configured ones stay. */
    @DELETE
    @Path("/{oui}")
    public void remove(String oui) {
        if (!ouis.remove(operator(), Oui.parse(oui))) {
            throw Problem.notFound("OUI " + oui + " is not among those added");
        }
    }

    private Caller operator() {
        caller.get().mustBeOperator();
        return caller.get();
    }
}
