package org.fingerpost.firmware.judging;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.firmware.rollouts.Rollouts;
import org.fingerpost.firmware.waves.Judgement;
import org.fingerpost.firmware.waves.Tally;
import org.fingerpost.firmware.waves.WaveTally;
import org.fingerpost.problems.Problem;

/** How a rollout stands, over HTTP. */
@Path("/api/v1/rollouts/{id}/standing")
@Tag(name = "Rollouts")
@RunOnVirtualThread
class StandingResource {
    private final Court court;
    private final Rollouts rollouts;
    private final CurrentCaller caller;

    StandingResource(Court court, Rollouts rollouts, CurrentCaller caller) {
        this.court = court;
        this.rollouts = rollouts;
        this.caller = caller;
    }

    /** {@code heardTo}: up to then all doors have told what they saw, and so far it is judged. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record View(
            String state,
            Optional<Instant> heardTo,
            List<WaveView> waves,
            String judgement,
            Optional<String> why) {}

    /** {@code proving}: how many of the phones are believed with proof only. */
    record WaveView(
            long phones, long fetched, long succeeded, long failed, long pending, long proving) {
        static WaveView of(WaveTally wave) {
            Tally all = wave.all();
            return new WaveView(
                    all.phones(),
                    all.fetched(),
                    all.succeeded(),
                    all.failed(),
                    all.pending(),
                    wave.proving().phones());
        }
    }

    /** {@code judgement}: met, wait or stop; of the waves that are open. */
    @GET
    public View get(long id) {
        var rollout =
                rollouts.find(caller.get(), id)
                        .orElseThrow(() -> Problem.notFound("no rollout " + id));
        Court.Standing standing = court.standing(rollout);
        List<WaveView> waves = standing.waves().stream().map(WaveView::of).toList();
        String state = rollout.state().word();
        return switch (standing.judgement()) {
            case Judgement.Met() ->
                    new View(state, standing.heardTo(), waves, "met", Optional.empty());
            case Judgement.Wait(String why) ->
                    new View(state, standing.heardTo(), waves, "wait", Optional.of(why));
            case Judgement.Stop(String why) ->
                    new View(state, standing.heardTo(), waves, "stop", Optional.of(why));
        };
    }
}
