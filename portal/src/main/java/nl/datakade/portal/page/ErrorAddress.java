package nl.datakade.portal.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The page that shows errors has nothing to show to who opens its address without one. */
@Configuration
class ErrorAddress implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
                            throws IOException {
                        if (request.getDispatcherType() == DispatcherType.REQUEST) {
                            response.sendError(HttpServletResponse.SC_NOT_FOUND);
                            return false;
                        }
                        return true;
                    }
                })
                .addPathPatterns("/error");
    }
}
