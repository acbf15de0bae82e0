package nl.datakade.platform.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Errors that arise outside the controllers, such as in a filter, as problem documents too. */
@Hidden
@RestController
class ProblemErrorController implements ErrorController {

    private final ProblemDocuments documents;

    ProblemErrorController(ProblemDocuments documents) {
        this.documents = documents;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request, Locale locale) {
        if (request.getAttribute(ProblemHandler.HANDLED) instanceof Problem problem) {
            return answer(problem.status(), problem.headers(), documents.of(problem, locale));
        }
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer value ? HttpStatus.valueOf(value) : HttpStatus.NOT_FOUND;
        return answer(status, new HttpHeaders(), documents.of(status, locale));
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatusCode status, HttpHeaders headers, ProblemDetail document) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(document);
    }
}
