package nl.datakade.ingest.fairness;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.datakade.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Counts what is refused, by the reason that the sender is told. */
@Component
class RefusalMetrics implements HandlerInterceptor, WebMvcConfigurer {

    private static final String REFUSALS = "datakade.landing.refusals";

    private final MeterRegistry registry;

    RefusalMetrics(MeterRegistry registry) {
        this.registry = registry;
        refusals("landing-busy");
    }

    private Counter refusals(String reason) {
        return Counter.builder(REFUSALS)
                .description("Requests refused, by the slug of the problem")
                .tag("reason", reason)
                .register(registry);
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).addPathPatterns("/ingest/v1/**");
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (!request.getMethod().equals("GET")
                && request.getAttribute(Problem.class.getName()) instanceof Problem problem) {
            refusals(problem.slug()).increment();
        }
    }
}
