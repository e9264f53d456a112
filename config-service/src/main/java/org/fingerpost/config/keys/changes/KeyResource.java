package org.fingerpost.config.keys.changes;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.Caller;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Revision;
import org.fingerpost.config.keys.ProviderKeys;
import org.fingerpost.problems.Problem;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Providers' keys over HTTP: their names and dates, never a key. */
@Path("/api/v1/keys")
@Tag(name = "Keys")
@RunOnVirtualThread
class KeyResource {
    private final KeyChanges changes;
    private final KeyWork work;
    private final CurrentCaller caller;

    KeyResource(KeyChanges changes, KeyWork work, CurrentCaller caller) {
        this.changes = changes;
        this.work = work;
        this.caller = caller;
    }

    /** {@code walks}: how far the sealing under the current key has come, room by room. */
    record View(List<ProviderKeys.Live> keys, List<KeyChanges.Progress> walks) {}

    /** {@code provider}: whose; only the operator says it. */
    @GET
    public View get(@RestQuery Optional<Long> provider) {
        return view(changes.of(whose(provider)));
    }

    /** New values are sealed under a new key from now on; those that are there follow by and by. */
    @POST
    @Path("/rotate")
    public RestResponse<View> rotate(@RestQuery Optional<Long> provider) {
        KeyChanges.Standing now = changes.rotate(caller.get(), whose(provider));
        work.nudge();
        return Revision.of("config", now.commit()).ok(view(now));
    }

    /** Retires an old key, once nothing is sealed under it. */
    @DELETE
    @Path("/{keyId}")
    public RestResponse<View> retire(String keyId, @RestQuery Optional<Long> provider) {
        KeyChanges.Standing now = changes.retire(caller.get(), whose(provider), keyId);
        return Revision.of("config", now.commit()).ok(view(now));
    }

    private long whose(Optional<Long> provider) {
        return switch (caller.get()) {
            case Caller.OfProvider(long own) -> {
                if (provider.isPresent() && provider.get() != own) {
                    throw Problem.notFound("no provider " + provider.get());
                }
                yield own;
            }
            case Caller.Operator() ->
                    provider.orElseThrow(() ->
                            Problem.invalid("no-provider", "say whose keys: ?provider=7")
                                    .with("field", "provider"));
        };
    }

    private static View view(KeyChanges.Standing standing) {
        return new View(standing.keys(), standing.walks());
    }
}
