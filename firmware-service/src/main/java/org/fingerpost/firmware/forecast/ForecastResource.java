package org.fingerpost.firmware.forecast;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.firmware.rollouts.Rollout;
import org.fingerpost.firmware.rollouts.Rollouts;
import org.fingerpost.problems.Problem;

/** Which phones will ask, over HTTP. */
@Path("/api/v1/rollouts/{id}/forecast")
@Tag(name = "Rollouts")
@RunOnVirtualThread
class ForecastResource {
    /** Who does not say what is wanted gets the numbers. */
    private static final String CSV = "text/csv;qs=0.5";

    private final Forecasts forecasts;
    private final Rollouts rollouts;
    private final CurrentCaller caller;

    ForecastResource(Forecasts forecasts, Rollouts rollouts, CurrentCaller caller) {
        this.forecasts = forecasts;
        this.rollouts = rollouts;
        this.caller = caller;
    }

    /**
     * Known phones that it chooses, by what they do: those let in, and the others when they are.
     */
    record View(Map<String, Long> letIn, Map<String, Long> notYet) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public View numbers(long id) {
        View view = new View(new TreeMap<>(), new TreeMap<>());
        forecasts.each(
                found(id),
                phone ->
                        (phone.letIn() ? view.letIn : view.notYet)
                                .merge(phone.asking().word(), 1L, Long::sum));
        return view;
    }

    /** Phone by phone, streamed. */
    @GET
    @Produces(CSV)
    public StreamingOutput export(long id) {
        Rollout rollout = found(id);
        return out -> {
            Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            lines.write("mac,let_in,asks,seen_at\r\n");
            forecasts.each(rollout, phone -> write(lines, phone));
            lines.flush();
        };
    }

    private static void write(Writer lines, Forecasts.Forecast phone) {
        try {
            lines.append(phone.phone().mac().toString())
                    .append(',')
                    .append(Boolean.toString(phone.letIn()))
                    .append(',')
                    .append(phone.asking().word())
                    .append(',')
                    .append(phone.phone().seenAt().toString())
                    .append("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the reader of the forecast went away", e);
        }
    }

    private Rollout found(long id) {
        return rollouts.find(caller.get(), id)
                .orElseThrow(() -> Problem.notFound("no rollout " + id));
    }
}
