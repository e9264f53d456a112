package org.fingerpost.access.traces;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * A span for each call of an operator, named after the resource's method and never after a path,
 * which may hold a name. Phones' requests have none: they do not come by here.
 */
public class ApiSpans {
    private static final String SPAN = "fingerpost.span";
    private static final String SCOPE = "fingerpost.scope";

    private static final TextMapGetter<ContainerRequestContext> FIELDS =
            new TextMapGetter<>() {
                @Override
                public Iterable<String> keys(ContainerRequestContext request) {
                    return request.getHeaders().keySet();
                }

                @Override
                public String get(ContainerRequestContext request, String name) {
                    return request.getHeaderString(name);
                }
            };

    private final OpenTelemetry telemetry;
    private final Tracer tracer;

    ApiSpans(OpenTelemetry telemetry) {
        this.telemetry = telemetry;
        this.tracer = telemetry.getTracer("org.fingerpost.access");
    }

    /** Goes on with the caller's trace, if there is one. */
    @ServerRequestFilter(preMatching = true)
    public void begin(ContainerRequestContext request) {
        Context caller =
                telemetry
                        .getPropagators()
                        .getTextMapPropagator()
                        .extract(Context.root(), request, FIELDS);
        Span span =
                tracer.spanBuilder(request.getMethod())
                        .setParent(caller)
                        .setSpanKind(SpanKind.SERVER)
                        .startSpan();
        request.setProperty(SPAN, span);
        request.setProperty(SCOPE, span.makeCurrent());
    }

    @ServerResponseFilter
    public void end(
            ContainerRequestContext request,
            ContainerResponseContext response,
            SimpleResourceInfo resource) {
        if (request.getProperty(SCOPE) instanceof Scope scope) {
            scope.close();
        }
        if (request.getProperty(SPAN) instanceof Span span) {
            Optional.ofNullable(resource.getResourceClass())
                    .map(where -> where.getSimpleName() + "." + resource.getMethodName())
                    .ifPresent(span::updateName);
            span.setAttribute("http.response.status_code", response.getStatus());
            if (response.getStatus() >= 500) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        }
    }
}
