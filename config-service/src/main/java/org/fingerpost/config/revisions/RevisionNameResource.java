package org.fingerpost.config.revisions;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Revision;
import org.fingerpost.config.layers.shelves.SheetName;
import org.jboss.resteasy.reactive.RestResponse;

/** Names of revisions over HTTP. */
@Path("/api/v1/revision-names")
@Tag(name = "Revision names")
@RunOnVirtualThread
class RevisionNameResource {
    private final RevisionNames names;
    private final CurrentCaller caller;

    RevisionNameResource(RevisionNames names, CurrentCaller caller) {
        this.names = names;
        this.caller = caller;
    }

    /**
     * {@code prefix}, {@code postfix}: what phones put around the names of their files (P234,
     * P235), one of them at least; {@code sheets}: revisions of the provider's own sheets that are
     * meant in place of the newest, by the sheet's name.
     */
    record Body(
            Optional<String> prefix,
            Optional<String> postfix,
            Optional<Map<String, @NotNull Long>> sheets) {
        RevisionNames.Wish wish() {
            Map<SheetName, Long> revisions = new HashMap<>();
            sheets.orElseGet(Map::of)
                    .forEach((name, revision) -> revisions.put(SheetName.parse(name), revision));
            return new RevisionNames.Wish(prefix.orElse(""), postfix.orElse(""), revisions);
        }
    }

    /** {@code owner}: {@code operator} or {@code provider}. */
    record HeldView(String owner, String sheet, long revision) {
        static HeldView of(RevisionName.Held held) {
            return new HeldView(
                    held.owner() == SheetName.PLATFORM ? "operator" : "provider",
                    held.sheet().toString(),
                    held.revision());
        }
    }

    record View(String name, String prefix, String postfix, Instant at, List<HeldView> sheets) {
        static View of(RevisionName name) {
            return new View(
                    name.name(),
                    name.prefix(),
                    name.postfix(),
                    name.at(),
                    name.held().stream().map(HeldView::of).toList());
        }
    }

    /** Gives a name to what is published now. It is given once, and never changes. */
    @PUT
    @Path("/{name}")
    public RestResponse<View> put(String name, @NotNull @Valid Body body) {
        RevisionNames.Kept kept = names.put(caller.get().provider(), name, body.wish());
        Revision revision = Revision.of("config", kept.commit());
        View view = View.of(kept.name());
        return kept.made() ? revision.created(view) : revision.ok(view);
    }

    @GET
    @Path("/{name}")
    public View get(String name) {
        return View.of(names.get(caller.get().provider(), name));
    }

    @GET
    public List<View> list() {
        return names.of(caller.get().provider()).stream().map(View::of).toList();
    }

    /** Phones that ask by its prefix and postfix have the newest from now on. */
    @DELETE
    @Path("/{name}")
    public RestResponse<Void> delete(String name) {
        return Revision.of("config", names.delete(caller.get().provider(), name)).noContent();
    }
}
