package org.fingerpost.access;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.fingerpost.problems.Problem;

/** The caller of the request that is being answered. */
@ApplicationScoped
public class CurrentCaller {
    static final String KEY = "fingerpost.caller";

    private final RoutingContext request;

    CurrentCaller(RoutingContext request) {
        this.request = request;
    }

    /** Fails closed: a request that did not come through the gate has no caller. */
    public Caller get() {
        Caller caller = request.get(KEY);
        if (caller == null) {
            throw Problem.unauthenticated("send an API key: Authorization: Bearer fp_…");
        }
        return caller;
    }
}
