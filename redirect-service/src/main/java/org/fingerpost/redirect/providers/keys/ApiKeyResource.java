package org.fingerpost.redirect.providers.keys;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Permission;
import org.fingerpost.access.Revision;
import org.jboss.resteasy.reactive.RestResponse;

/** A provider's API keys over HTTP: the operator makes them, or a key that may. */
@Path("/api/v1/providers/{provider}/keys")
@Tag(name = "Providers")
@RunOnVirtualThread
class ApiKeyResource {
    private final ApiKeys keys;
    private final CurrentCaller caller;

    ApiKeyResource(ApiKeys keys, CurrentCaller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    /** {@code permissions}: {@code keys}, {@code reveal}; none if it is left out. */
    record Body(
            @NotBlank @Size(max = 100) String name,
            Optional<@Size(max = 10) List<@NotNull String>> permissions) {}

    record View(String id, String name, List<String> permissions, Instant madeAt) {
        static View of(NamedKey key) {
            return new View(key.id(), key.name(), words(key.permissions()), key.madeAt());
        }
    }

    /** As {@link View}, with the key that is shown only here. */
    record Made(String id, String name, List<String> permissions, Instant madeAt, String apiKey) {
        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    @POST
    public RestResponse<Made> make(long provider, @NotNull @Valid Body body) {
        Set<Permission> permissions =
                body.permissions().orElse(List.of()).stream()
                        .map(ApiKeyResource::permission)
                        .collect(Collectors.toSet());
        ApiKeys.Made made =
                keys.make(caller.get(), caller.key(), provider, body.name(), permissions);
        View view = View.of(made.named());
        return Revision.of("redirect", made.commit())
                .created(
                        new Made(
                                view.id(),
                                view.name(),
                                view.permissions(),
                                view.madeAt(),
                                made.key().reveal()));
    }

    @GET
    public List<View> list(long provider) {
        return keys.of(caller.get(), provider).stream().map(View::of).toList();
    }

    @DELETE
    @Path("/{id}")
    public RestResponse<Void> revoke(long provider, String id) {
        long commit = keys.revoke(caller.get(), caller.key(), provider, id);
        return Revision.of("redirect", commit).noContent();
    }

    private static Permission permission(String word) {
        return Permission.find(word)
                .orElseThrow(() -> new IllegalArgumentException("permissions: say keys or reveal"));
    }

    private static List<String> words(Set<Permission> permissions) {
        return permissions.stream().map(Permission::word).sorted().toList();
    }
}
