package org.fingerpost.replica.metering;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.fingerpost.replica.Replica;
import org.fingerpost.replica.topic.Traced;

/**
 * The last span of a change's trace: from when it was written down until this replica has it. So
 * its length is what a door was behind, outbox and Kafka included.
 */
public final class AppliedSpans {
    private static final TextMapGetter<String> PARENT =
            new TextMapGetter<>() {
                @Override
                public Iterable<String> keys(String parent) {
                    return List.of("traceparent");
                }

                @Override
                public String get(String parent, String key) {
                    return key.equals("traceparent") ? parent : "";
                }
            };

    private AppliedSpans() {}

    /**
     * From now on each change that arrives and is traced has such a span.
     *
     * @param state whose state the replica holds
     */
    public static void trace(Tracer tracer, String state, Replica replica) {
        replica.traceBy(all -> all.forEach(each -> tell(tracer, state, each)));
    }

    private static void tell(Tracer tracer, String state, Traced traced) {
        Context parent =
                W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), traced.parent(), PARENT);
        tracer.spanBuilder("applied by a replica")
                .setParent(parent)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("fingerpost.state", state)
                .setStartTimestamp(traced.written())
                .startSpan()
                .end();
    }
}
