package org.fingerpost.problems;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * A JSON body is held in memory, so it is bounded: 1 MiB, unless its resource says otherwise.
 * Bodies that stream to disk (releases, lists) have the server's own, much larger bound.
 */
class BodyLimit {
    static final int JSON_BYTES = 1 << 20;

    @ServerRequestFilter
    void limit(ContainerRequestContext request, SimpleResourceInfo resource) {
        MediaType type = request.getMediaType();
        Class<?> door = resource.getResourceClass();
        if (!request.hasEntity()
                || (door != null && door.isAnnotationPresent(CountsItsBody.class))
                || (type != null && type.getType().equals("multipart"))) {
            return;
        }
        int most = most(door);
        if (request.getLength() > most) {
            throw tooLarge(most);
        }
        request.setEntityStream(
                new BoundedBody(request.getEntityStream(), most, BodyLimit::tooLarge));
    }

    private static int most(Class<?> door) {
        LongBody other = door == null ? null : door.getAnnotation(LongBody.class);
        return other == null ? JSON_BYTES : other.value();
    }

    private static Problem tooLarge(long most) {
        return Problem.tooLarge("a JSON body may have " + most + " bytes at the most here");
    }
}
