package org.fingerpost.problems;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
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
        request.setEntityStream(new Bounded(request.getEntityStream(), most));
    }

    private static int most(Class<?> door) {
        LongBody other = door == null ? null : door.getAnnotation(LongBody.class);
        return other == null ? JSON_BYTES : other.value();
    }

    private static Problem tooLarge(int most) {
        return Problem.tooLarge("a JSON body may have " + most + " bytes at the most here");
    }

    /** Counts what a body without a Content-Length really brings. */
    private static final class Bounded extends FilterInputStream {
        private final int most;
        private long left;

        Bounded(InputStream in, int most) {
            super(in);
            this.most = most;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw tooLarge(most);
            }
        }
    }
}
