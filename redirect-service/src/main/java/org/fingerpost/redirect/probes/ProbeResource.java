package org.fingerpost.redirect.probes;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.egress.Pace;
import org.fingerpost.redirect.routes.TargetServer;
import org.fingerpost.redirect.targets.TargetServers;

/** Probes over HTTP. */
@Path("/api/v1/target-servers/{id}/probe")
@Tag(name = "Target servers")
@RunOnVirtualThread
class ProbeResource {
    private static final int PROBES_A_MINUTE = 6;
    private static final String SOME_MAC = "000b82fffffe";
    private static final String SOME_FIRMWARE = "gxp2160fw.bin";

    private final TargetServers servers;
    private final Prober prober;
    private final Probes probes;
    private final CurrentCaller caller;
    private final Pace pace;

    ProbeResource(
            TargetServers servers,
            Prober prober,
            Probes probes,
            CurrentCaller caller,
            Clock clock) {
        this.servers = servers;
        this.prober = prober;
        this.probes = probes;
        this.caller = caller;
        this.pace = new Pace(PROBES_A_MINUTE, Duration.ofMinutes(1), clock);
    }

    /**
     * @param mac whose files to ask for; one that no phone is likely to have if it is left out
     * @param firmware which file to ask for; that of one common model if it is left out
     */
    record Body(String mac, @Pattern(regexp = "[A-Za-z0-9._-]{1,64}") String firmware) {
        MacAddress asked() {
            return MacAddress.parse(Optional.ofNullable(mac).orElse(SOME_MAC));
        }

        String file() {
            return Optional.ofNullable(firmware).orElse(SOME_FIRMWARE);
        }
    }

    /** Looks at the target server now, which may take up to a minute. The body may be left out. */
    @POST
    public Probe probe(long id, @Valid Body body) {
        Body asked = Optional.ofNullable(body).orElseGet(() -> new Body(null, null));
        MacAddress mac = asked.asked();
        TargetServer server = server(id);
        if (!pace.take(server.provider())) {
            throw Problem.other(
                    429,
                    "too-many-probes",
                    "Too many requests",
                    "a provider's servers are probed "
                            + PROBES_A_MINUTE
                            + " times a minute at most");
        }
        Probe seen = prober.probe(server, mac, asked.file());
        probes.keep(seen);
        return seen;
    }

    /** The last report. */
    @GET
    public Probe last(long id) {
        return probes.last(server(id).id())
                .orElseThrow(() -> Problem.notFound("target server " + id + " was never probed"));
    }

    private TargetServer server(long id) {
        return servers.find(caller.get(), id)
                .orElseThrow(() -> Problem.notFound("no target server " + id));
    }
}
