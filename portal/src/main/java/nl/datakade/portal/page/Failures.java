package nl.datakade.portal.page;

import nl.datakade.portal.api.NoPage;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** A page whose subject cannot be had says why, in the words of the service, and what to do. */
@ControllerAdvice
class Failures {

    @ExceptionHandler
    ModelAndView handle(NoPage failure) {
        var trouble = failure.trouble();
        if (trouble.isMissing()) {
            return new ModelAndView("error/404", java.util.Map.of("trouble", trouble), HttpStatus.NOT_FOUND);
        }
        var status = trouble.isAway()
                ? HttpStatus.BAD_GATEWAY
                : HttpStatus.valueOf(trouble.status() == null ? 502 : trouble.status());
        return new ModelAndView("trouble", java.util.Map.of("trouble", trouble), status);
    }
}
