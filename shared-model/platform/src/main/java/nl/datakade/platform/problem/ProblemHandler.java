package nl.datakade.platform.problem;

import io.micrometer.tracing.Tracer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every error as a problem document; what was not foreseen is logged and answered without its message. */
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    /** The problem, for when Tomcat throws away its answer: it does so once reading the body has failed. */
    static final String HANDLED = Problem.class.getName();

    private final ProblemDocuments documents;
    private final ObjectProvider<Tracer> tracer;

    ProblemHandler(ProblemDocuments documents, ObjectProvider<Tracer> tracer) {
        this.documents = documents;
        this.tracer = tracer;
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(Problem problem, Locale locale, HttpServletRequest request) {
        request.setAttribute(HANDLED, problem);
        if (problem.status().is5xxServerError()) {
            log.warn("{}", problem.slug(), problem.getCause());
        }
        return answer(documents.of(problem, locale), problem.headers());
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(AccessDeniedException denied, Locale locale) {
        return answer(documents.of(HttpStatus.FORBIDDEN, "forbidden", locale), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(AuthenticationException denied, Locale locale) {
        return answer(documents.of(HttpStatus.UNAUTHORIZED, "unauthorized", locale), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(ObjectOptimisticLockingFailureException conflict, Locale locale) {
        return answer(documents.of(HttpStatus.CONFLICT, "changed-meanwhile", locale), new HttpHeaders());
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        RecoverableDataAccessException.class,
        TransactionException.class
    })
    ResponseEntity<Object> databaseAway(Exception failure, Locale locale) {
        log.warn("Database did not answer: {}", failure.toString());
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "5");
        return answer(documents.of(HttpStatus.SERVICE_UNAVAILABLE, "database-unavailable", locale), headers);
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(ConstraintViolationException invalid, Locale locale) {
        var errors = invalid.getConstraintViolations().stream()
                .map(violation -> InvalidInput.query(violation.getPropertyPath().toString(), violation.getMessage()))
                .toList();
        return answer(invalid(errors, locale), new HttpHeaders());
    }

    /** The firewall and the servlet container refuse parameters when they are read. */
    @ExceptionHandler({RequestRejectedException.class, InvalidParameterException.class})
    ResponseEntity<Object> unreadable(Exception unreadable, Locale locale) {
        return answer(documents.of(HttpStatus.BAD_REQUEST, "bad-request", locale), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(Exception unforeseen, Locale locale, HttpServletRequest request) {
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), unforeseen);
        var document = documents.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", locale);
        var span = tracer.stream().map(Tracer::currentSpan).findFirst().orElse(null);
        if (span != null) {
            document.setProperty("traceId", span.context().traceId());
        }
        return answer(document, new HttpHeaders());
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) { // from the stream below the parser
                return answer(documents.of(problem, locale()), problem.headers());
            }
        }
        return answer(invalid(List.of(InvalidInputs.misread(unreadable.getCause())), locale()), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = InvalidInputs.of(failure);
        if (!errors.isEmpty()) {
            return answer(invalid(errors, locale()), headers);
        }
        var slug = FrameworkProblem.slug(status);
        if (slug != null) {
            return answer(documents.of(status, slug, locale()), headers);
        }
        return super.handleExceptionInternal(failure, body, headers, status, request);
    }

    private ProblemDetail invalid(List<InvalidInput> errors, Locale locale) {
        return documents.invalid(errors, locale);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    private static ResponseEntity<Object> answer(ProblemDetail document, HttpHeaders headers) {
        return ResponseEntity.status(document.getStatus())
                .headers(headers) // may be read-only, so the type is set beside it
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(document);
    }
}
