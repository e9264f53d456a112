package org.fingerpost.firmware.holdings;

import io.quarkus.arc.Unremovable;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import org.fingerpost.firmware.blobs.StoreAway;
import org.fingerpost.problems.Problem;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says to operators that it is the store that failed; nothing was changed then. */
@Unremovable
class StoreTroubles {
    private static final Logger LOG = Logger.getLogger(StoreTroubles.class);

    /** Long enough for a store that restarts. */
    private static final String RETRY_AFTER_SECONDS = "10";

    @ServerExceptionMapper
    Response away(StoreAway trouble) {
        LOG.warn(trouble.getMessage());
        return answer(Problem.notNow("store-away", trouble.getMessage() + "; try again"));
    }

    /** A disk that is full or broken. Its message may name files of ours. */
    @ServerExceptionMapper
    Response disk(UncheckedIOException trouble) {
        LOG.errorf("the store's disk failed: %s: %s", trouble.getMessage(), trouble.getCause());
        return answer(
                Problem.notNow("store-disk", "the store's disk failed or is full; try again"));
    }

    private static Response answer(Problem problem) {
        return Response.status(problem.status())
                .type("application/problem+json")
                .header("Retry-After", RETRY_AFTER_SECONDS)
                .entity(problem.body())
                .build();
    }
}
