package org.fingerpost.redirect.dialects.credentials;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.Caller;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.problems.Problem;
import org.jboss.resteasy.reactive.RestResponse;

/** Credentials of dialects over HTTP. A secret is in the answer that makes it and nowhere else. */
@Path("/api/v1/dialect-credentials")
@Tag(name = "Dialects")
@RunOnVirtualThread
class DialectCredentialResource {
    private final DialectCredentials credentials;
    private final CurrentCaller caller;

    DialectCredentialResource(DialectCredentials credentials, CurrentCaller caller) {
        this.credentials = credentials;
        this.caller = caller;
    }

    /**
     * {@code dialect}: {@code gaps} or {@code xmlrpc}; {@code targetServerId}: where GAPS sends
     * phones by default, for {@code gaps} only.
     */
    record Body(@NotBlank String dialect, Optional<Long> targetServerId) {
        Dialect read() {
            return Stream.of(Dialect.values())
                    .filter(each -> each.word().equals(dialect))
                    .findFirst()
                    .orElseThrow(() ->
                            Problem.invalid("invalid-field", "dialect: gaps or xmlrpc")
                                    .with("field", "dialect"));
        }
    }

    record Target(@NotNull Long targetServerId) {}

    /** {@code name}: GAPS' cid, or the user of HTTP Basic. */
    record View(
            long id,
            long providerId,
            Dialect dialect,
            String name,
            Optional<Long> targetServerId,
            Instant madeAt,
            Instant secretMadeAt) {
        static View of(DialectCredential credential) {
            return new View(
                    credential.id(),
                    credential.provider(),
                    credential.dialect(),
                    credential.name(),
                    credential.targetServer(),
                    credential.madeAt(),
                    credential.secretMadeAt());
        }
    }

    /** {@code secret}: GAPS' API key, or the password of HTTP Basic. */
    record WithSecret(
            long id, Dialect dialect, String name, Optional<Long> targetServerId, String secret) {
        static WithSecret of(DialectCredentials.Made made) {
            DialectCredential credential = made.credential();
            return new WithSecret(
                    credential.id(),
                    credential.dialect(),
                    credential.name(),
                    credential.targetServer(),
                    made.secret().reveal());
        }

        @Override
        public String toString() {
            return "WithSecret[" + name + "]";
        }
    }

    @POST
    public RestResponse<WithSecret> make(@NotNull @Valid Body body) {
        DialectCredentials.Made made =
                credentials.make(provider(), body.read(), body.targetServerId());
        return RestResponse.status(RestResponse.Status.CREATED, WithSecret.of(made));
    }

    @GET
    public List<View> list() {
        return credentials.seenBy(caller.get()).stream().map(View::of).toList();
    }

    /** Exchanges the secret; the one before is void at once. */
    @POST
    @Path("/{id}/rotate")
    public WithSecret rotate(long id) {
        return WithSecret.of(credentials.rotate(provider(), id));
    }

    /** Sends the phones of later calls elsewhere. */
    @PUT
    @Path("/{id}")
    public View pointAt(long id, @NotNull @Valid Target body) {
        return View.of(credentials.pointAt(provider(), id, body.targetServerId()));
    }

    @DELETE
    @Path("/{id}")
    public void revoke(long id) {
        credentials.revoke(caller.get(), id);
    }

    private Caller.OfProvider provider() {
        return new Caller.OfProvider(caller.get().provider());
    }
}
