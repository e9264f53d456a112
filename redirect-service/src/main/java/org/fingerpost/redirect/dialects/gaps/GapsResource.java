package org.fingerpost.redirect.dialects.gaps;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.problems.CountsItsBody;
import org.fingerpost.redirect.dialects.SmallBody;
import org.fingerpost.redirect.dialects.Turnstile;
import org.fingerpost.redirect.dialects.credentials.Dialect;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * GAPS' one address. A call that can be answered in the dialect has the status 200, whatever is
 * answered: programs read the body of no other.
 */
@Path("/api/provision")
@Tag(name = "Dialects")
@SecurityRequirements
@CountsItsBody
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class GapsResource {
    /** A list of phones at its longest is a thirtieth of it. */
    private static final int MOST_BYTES = 64 << 10;

    private final GapsMethods methods;
    private final Turnstile turnstile;
    private final Clock clock;

    GapsResource(GapsMethods methods, Turnstile turnstile, Clock clock) {
        this.methods = methods;
        this.turnstile = turnstile;
        this.clock = clock;
    }

    /**
     * @param time seconds since 1970
     */
    record Time(long time) {}

    /** The time to sign with. */
    @GET
    public Time time() {
        return new Time(clock.instant().getEpochSecond());
    }

    /**
     * {@code sig}: the hex HMAC-SHA1 of the body and {@code time}, with the secret of a dialect
     * credential; {@code time}: seconds since 1970. The methods are {@code redirectDefault} and
     * {@code unDeviceProvision}.
     */
    @POST
    public GapsReply call(
            InputStream body, @RestQuery Optional<String> sig, @RestQuery Optional<String> time)
            throws IOException {
        byte[] bytes = SmallBody.read(body, MOST_BYTES);
        GapsCall call;
        try {
            call = GapsCall.read(bytes);
        } catch (IllegalArgumentException e) {
            return GapsReply.unreadable(e.getMessage());
        }
        Signed signed = Signed.of(sig.orElse(""), time.orElse(""));
        return turnstile.pass(Dialect.GAPS, () -> methods.answer(call, bytes, signed));
    }
}
