package nl.datakade.catalog.dataset;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Shows the way from a former name to the present one; 308 keeps method and body. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatasetRedirect {

    private static final String DATASETS = "/catalog/v1/datasets/";

    @ExceptionHandler
    ResponseEntity<Void> handle(DatasetMoved moved, HttpServletRequest request) {
        var query = request.getQueryString();
        var path = request.getRequestURI().replace(DATASETS + moved.from(), DATASETS + moved.to());
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .location(URI.create(query == null ? path : path + "?" + query))
                .build();
    }
}
