package org.fingerpost.config.sheets;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Revision;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.config.sheets.drafts.Author;
import org.fingerpost.config.sheets.drafts.SheetBody;
import org.fingerpost.config.sheets.reviews.ReviewView;
import org.fingerpost.problems.Problem;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Layers and templates over HTTP: {@code platform}, {@code family/HT80x}, {@code model/GXP2160},
 * {@code provider}, {@code group/berlin}, {@code template/base}. The operator's are the platform's,
 * a provider's are its own. Secrets are masked in every answer.
 */
@Path("/api/v1/sheets")
@Tag(name = "Sheets")
@RunOnVirtualThread
class SheetResource {
    private static final String NAME =
            "/{name: platform|provider|(?:family|model|group|template)/[^/]+}";

    private final Sheets sheets;
    private final CurrentCaller caller;

    SheetResource(Sheets sheets, CurrentCaller caller) {
        this.sheets = sheets;
        this.caller = caller;
    }

    /** {@code acknowledged}: P-values that may cut phones off and are meant. */
    record Order(
            Optional<Set<@NotNull String>> acknowledged, Optional<@Size(max = 500) String> note) {
        Sheets.Order order() {
            return new Sheets.Order(acknowledged.orElse(Set.of()), note.orElse(""));
        }
    }

    /** {@code revision}: the one to go back to. */
    record Back(
            @Min(1) long revision,
            Optional<Set<@NotNull String>> acknowledged,
            Optional<@Size(max = 500) String> note) {
        Sheets.Order order() {
            String why = note.orElse("back to revision " + revision);
            return new Sheets.Order(acknowledged.orElse(Set.of()), why);
        }
    }

    @GET
    public List<SheetView> list() {
        return sheets.of(author().owner()).stream().map(SheetView::of).toList();
    }

    @GET
    @Path(NAME)
    public SheetView get(String name) {
        SheetName sheet = SheetName.parse(name);
        return sheets.find(author().owner(), sheet)
                .map(SheetView::of)
                .orElseThrow(() -> Problem.notFound("there is no " + sheet));
    }

    /** Nothing changes for any phone before it is published. */
    @PUT
    @Path(NAME + "/draft")
    public SheetView draft(String name, @NotNull @Valid SheetBody body) {
        return SheetView.of(sheets.draft(author(), own(name), body.wish()));
    }

    @DELETE
    @Path(NAME + "/draft")
    public void discard(String name) {
        sheets.discard(author().owner(), own(name));
    }

    /** What publishing the draft would mean: how many phones, which values, what is in the way. */
    @GET
    @Path(NAME + "/draft/review")
    public ReviewView review(String name) {
        return ReviewView.of(sheets.review(author().owner(), own(name)));
    }

    /** The draft becomes the next revision, for all of its phones, or it is said why not. */
    @POST
    @Path(NAME + "/publish")
    public RestResponse<PrintedView> publish(String name, @NotNull @Valid Order order) {
        return printed(sheets.publish(author(), own(name), order.order()));
    }

    /** What an earlier revision said becomes the next one. */
    @POST
    @Path(NAME + "/rollback")
    public RestResponse<PrintedView> rollBack(String name, @NotNull @Valid Back back) {
        return printed(sheets.rollBack(author(), own(name), back.revision(), back.order()));
    }

    /** It says nothing any more; its revisions stay and can be gone back to. */
    @POST
    @Path(NAME + "/withdraw")
    public RestResponse<PrintedView> withdraw(String name, @NotNull @Valid Order order) {
        return printed(sheets.withdraw(author(), own(name), order.order()));
    }

    /** The newest first. */
    @GET
    @Path(NAME + "/revisions")
    public List<SheetView.Revised> revisions(
            String name, @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int size) {
        return sheets.revisions(author().owner(), own(name), size).stream()
                .map(SheetView.Revised::of)
                .toList();
    }

    private Author author() {
        return Author.of(caller.get());
    }

    private SheetName own(String name) {
        return author().own(name);
    }

    private static RestResponse<PrintedView> printed(Sheets.Printed printed) {
        return Revision.of("config", printed.commit()).ok(PrintedView.of(printed));
    }

    /** A revision that was made. */
    record PrintedView(String name, long revision, Instant at) {
        static PrintedView of(Sheets.Printed printed) {
            return new PrintedView(printed.name().toString(), printed.revision(), printed.at());
        }
    }
}
