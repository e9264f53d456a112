package org.fingerpost.outbox.traces;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/**
 * The trace that a change belongs to, as W3C's Trace Context writes it: version, trace, span,
 * flags.
 */
public final class TraceParent {
    private TraceParent() {}

    /** Of whatever runs now on this thread; empty if it is not traced. */
    public static String current() {
        SpanContext now = Span.current().getSpanContext();
        return now.isValid() && now.isSampled()
                ? "00-"
                        + now.getTraceId()
                        + "-"
                        + now.getSpanId()
                        + "-"
                        + now.getTraceFlags().asHex()
                : "";
    }
}
