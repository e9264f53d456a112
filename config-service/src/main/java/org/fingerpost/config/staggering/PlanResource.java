package org.fingerpost.config.staggering;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.config.turns.PaceForm;
import org.fingerpost.config.turns.Pacing;
import org.fingerpost.config.turns.TurnKey;
import org.fingerpost.problems.Problem;
import org.jboss.resteasy.reactive.RestQuery;

/** Shows how a provider's fleet comes, or would come. */
@Path("/api/v1/staggering/plan")
@Tag(name = "Staggering")
@RunOnVirtualThread
class PlanResource {
    private final Staggering staggering;
    private final Planner planner;
    private final CurrentCaller caller;
    private final SecureRandom random;

    PlanResource(
            Staggering staggering, Planner planner, CurrentCaller caller, SecureRandom random) {
        this.staggering = staggering;
        this.planner = planner;
        this.caller = caller;
        this.random = random;
    }

    /**
     * A pace looks at the plan as if it were that of the provider, or of the {@code group}; without
     * one the plan is of what is wished now. {@code atMost}: looks a second.
     */
    @GET
    public PlanView plan(
            @RestQuery Optional<Integer> everyMinutes,
            @RestQuery Optional<Integer> spreadMinutes,
            @RestQuery Optional<Integer> fromHour,
            @RestQuery Optional<Integer> toHour,
            @RestQuery Optional<String> group,
            @RestQuery Optional<Double> atMost) {
        if (atMost.isPresent() && !(atMost.get() > 0 && Double.isFinite(atMost.get()))) {
            throw Problem.invalid("invalid-field", "atMost is a number above 0, of looks a second")
                    .with("field", "atMost");
        }
        long provider = caller.get().provider();
        Optional<Pacing> now = staggering.pacing(provider);
        PaceForm wish =
                new PaceForm(
                        everyMinutes.orElse(null),
                        spreadMinutes.orElse(null),
                        fromHour.orElse(null),
                        toHour.orElse(null));
        Pacing pacing =
                wish.saysNothing()
                        ? now.orElseThrow(PlanResource::nothing)
                        : now.orElseGet(this::unsaid).with(group, wish.toPace());
        return PlanView.of(
                planner.of(provider, pacing, now.isPresent()),
                Staggering.said(pacing, group),
                atMost);
    }

    private Pacing unsaid() {
        return new Pacing(TurnKey.draw(random), Optional.empty(), Map.of());
    }

    private static Problem nothing() {
        return Problem.notFound(
                "no pace is wished: ask with everyMinutes, or with fromHour and toHour");
    }
}
