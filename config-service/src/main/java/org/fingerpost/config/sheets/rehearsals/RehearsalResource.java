package org.fingerpost.config.sheets.rehearsals;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.config.layers.Difference;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.config.sheets.drafts.Author;
import org.fingerpost.config.sheets.reviews.ReviewView;
import org.fingerpost.problems.LongBody;

/** What wished groups, sheets and devices would mean, without keeping any of them. */
@Path("/api/v1/sheets:review")
@Tag(name = "Sheets")
@LongBody(RehearsalResource.MOST_BYTES)
@RunOnVirtualThread
class RehearsalResource {
    /** A folder's sheets and the names of 5,000 devices' settings, together. */
    static final int MOST_BYTES = 8 << 20;

    private final Rehearsals rehearsals;
    private final CurrentCaller caller;

    RehearsalResource(Rehearsals rehearsals, CurrentCaller caller) {
        this.rehearsals = rehearsals;
        this.caller = caller;
    }

    /**
     * {@code groups}: what the moves alone would mean; {@code sheets}: each on top of what comes
     * before it; {@code missing}: values that devices of {@code after} would lack.
     */
    record View(ReviewView groups, List<Step> sheets, List<ReviewView.Missing> missing) {}

    /** {@code differences} to what is published, secrets masked; none: nothing would change. */
    record Step(String name, List<Difference> differences, ReviewView review) {}

    /**
     * Changes nothing, not even a draft. Secrets are compared in clear and masked in the answer.
     */
    @POST
    public View review(@NotNull @Valid RehearsalBody body) {
        Author author = Author.of(caller.get());
        WishedSteps wish = body.wish(author::own);
        if (author.owner() == SheetName.PLATFORM
                && (body.groups().isPresent()
                        || body.before().isPresent()
                        || body.after().isPresent())) {
            caller.get().provider();
        }
        Rehearsal played = rehearsals.of(author.owner(), wish);
        return new View(
                ReviewView.of(played.groups()),
                played.sheets().stream()
                        .map(step ->
                                new Step(
                                        step.name().toString(),
                                        step.differences(),
                                        ReviewView.of(step.review())))
                        .toList(),
                ReviewView.Missing.all(played.missing()));
    }
}
