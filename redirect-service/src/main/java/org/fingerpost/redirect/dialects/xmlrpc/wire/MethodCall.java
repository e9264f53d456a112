package org.fingerpost.redirect.dialects.xmlrpc.wire;

import java.util.List;

/** What somebody wants done: {@code redirect.registerDevice} with its parameters. */
public record MethodCall(String method, List<Value> params) {
    public MethodCall {
        params = List.copyOf(params);
    }
}
