package nl.datakade.platform.event;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The W3C trace context of the present request, kept with an event so that the trace goes on where it is consumed. */
final class TraceParent {

    static final String HEADER = "traceparent";

    private final ObjectProvider<Tracer> tracer;
    private final ObjectProvider<Propagator> propagator;

    TraceParent(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    @Nullable
    String current() {
        var tracing = tracer.getIfAvailable();
        var propagation = propagator.getIfAvailable();
        var context = tracing == null ? null : tracing.currentTraceContext().context();
        if (propagation == null || context == null) {
            return null;
        }
        var headers = new HashMap<String, String>();
        propagation.inject(context, headers, (_, name, value) -> headers.put(name, value));
        return headers.get(HEADER);
    }
}
