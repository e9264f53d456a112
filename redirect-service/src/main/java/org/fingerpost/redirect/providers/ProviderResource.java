package org.fingerpost.redirect.providers;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Revision;
import org.fingerpost.problems.Problem;
import org.jboss.resteasy.reactive.RestResponse;

/** Providers over HTTP: the operator makes them, a provider sees itself. */
@Path("/api/v1/providers")
@Tag(name = "Providers")
@RunOnVirtualThread
class ProviderResource {
    private final Providers providers;
    private final CurrentCaller caller;

    ProviderResource(Providers providers, CurrentCaller caller) {
        this.providers = providers;
        this.caller = caller;
    }

    record Body(
            @NotBlank @Size(max = 200) String companyName,
            @NotBlank @Size(max = 1000) String address,
            @NotBlank @Email @Size(max = 254) String contactEmail) {}

    record View(long id, String companyName, String address, String contactEmail, String pathKey) {
        static View of(Provider provider) {
            return new View(
                    provider.id(),
                    provider.companyName(),
                    provider.address(),
                    provider.contactEmail(),
                    provider.pathKey());
        }
    }

    /** As {@link View}, with the API key that is shown only here. */
    record Registered(
            long id,
            String companyName,
            String address,
            String contactEmail,
            String pathKey,
            String apiKey) {}

    /** Registers a provider; its API key is in this answer and nowhere else. */
    @POST
    public RestResponse<Registered> register(@NotNull @Valid Body body) {
        caller.get().mustBeOperator();
        Providers.Registered made =
                providers.register(
                        caller.get(), body.companyName(), body.address(), body.contactEmail());
        View view = View.of(made.provider());
        return Revision.of("redirect", made.commit())
                .created(
                        new Registered(
                                view.id(),
                                view.companyName(),
                                view.address(),
                                view.contactEmail(),
                                view.pathKey(),
                                made.key().reveal()));
    }

    @GET
    public List<View> list() {
        return providers.seenBy(caller.get()).stream().map(View::of).toList();
    }

    @GET
    @Path("/{id}")
    public View get(long id) {
        return providers
                .find(caller.get(), id)
                .map(View::of)
                .orElseThrow(() -> Problem.notFound("no provider " + id));
    }
}
