package org.fingerpost.redirect.imports;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Clients that encode the colon of {@code ranges:approve} ask for the same thing. */
final class EncodedColon {
    private static final Pattern VERB =
            Pattern.compile("(/api/v1/ranges)%3a(approve)", Pattern.CASE_INSENSITIVE);

    @ServerRequestFilter(preMatching = true)
    public void decode(ContainerRequestContext request) {
        String asked = request.getUriInfo().getRequestUri().toString();
        String plain = VERB.matcher(asked).replaceFirst("$1:$2");
        if (!plain.equals(asked)) {
            request.setRequestUri(URI.create(plain));
        }
    }
}
