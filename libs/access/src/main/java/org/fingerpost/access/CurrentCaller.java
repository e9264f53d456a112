package org.fingerpost.access;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.fingerpost.problems.Problem;

/** The caller of the request that is being answered. */
@ApplicationScoped
public class CurrentCaller {
    static final String KEY = "fingerpost.caller";
    static final String SHOWN = "fingerpost.shown-key";

    private final RoutingContext request;

    CurrentCaller(RoutingContext request) {
        this.request = request;
    }

    /** Fails closed: a request that did not come through the gate has no caller. */
    public Caller get() {
        return known(KEY);
    }

    /** The API key that it came with. */
    public ShownKey key() {
        return known(SHOWN);
    }

    private <T> T known(String name) {
        T known = request.get(name);
        if (known == null) {
            throw Problem.unauthenticated("send an API key: Authorization: Bearer fp_…");
        }
        return known;
    }
}
