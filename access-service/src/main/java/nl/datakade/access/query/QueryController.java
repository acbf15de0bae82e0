package nl.datakade.access.query;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import nl.datakade.access.disclosure.Disclosed;
import nl.datakade.access.relation.Answer;
import nl.datakade.platform.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes SQL and streams the answer. Who guards privacy sees the register and the log, not the data. */
@RestController
class QueryController {

    private static final String PATH = "/access/v1/queries";
    private static final String ROW_COUNT = "Row-Count";
    private static final String TRUNCATED = "Truncated";
    private static final String ASKERS = "hasAnyRole('analyst', 'steward', 'owner', 'grantor')";

    /**
     * What is held back so that an early failure can still become a problem document. A longer answer leaves before it is
     * known how it ends: that comes in the trailer, and stands in the disclosure log.
     */
    private static final int HELD_BACK = 256 * 1024;

    private final AnswerQuestion answers;
    private final RunningQueries running;

    QueryController(AnswerQuestion answers, RunningQueries running) {
        this.answers = answers;
        this.running = running;
    }

    @Operation(summary = "Ask in SQL")
    @PostMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(ASKERS)
    void json(
            @Valid @RequestBody Question question,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        answers.answer(question, caller, (id, answer) -> write(AnswerFormat.JSON, id, answer, request, response));
    }

    @Operation(summary = "Ask in SQL")
    @PostMapping(path = PATH, produces = "text/csv")
    @PreAuthorize(ASKERS)
    void csv(
            @Valid @RequestBody Question question,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        answers.answer(question, caller, (id, answer) -> write(AnswerFormat.CSV, id, answer, request, response));
    }

    /** Ends the engine's work on a query at once. */
    @Operation(summary = "Break off a query of yours")
    @DeleteMapping(PATH + "/{id}")
    @PreAuthorize(ASKERS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable UUID id, Caller caller) {
        if (!running.cancel(id, caller.subject())) {
            throw new QueryProblem.NotRunning(id);
        }
    }

    private static Disclosed.Outcome write(
            AnswerFormat format, UUID id, Answer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setBufferSize(HELD_BACK);
        response.setContentType(format.mediaType());
        response.setHeader("Query-Id", id.toString());
        response.setHeader("Cache-Control", "no-store");
        var ended = new AtomicReference<>(Map.<String, String>of());
        if (!request.getProtocol().equals("HTTP/1.0")) {
            response.setHeader("Trailer", ROW_COUNT + ", " + TRUNCATED);
            response.setTrailerFields(ended::get);
        }
        response.setHeader("Link", "</access/v1/disclosures/" + id + ">; rel=\"status\"");
        var out = response.getOutputStream();
        format.begin(out, id, answer.columns());
        long rows = 0;
        for (var row = answer.next(); row != null; row = answer.next()) {
            format.row(out, row, rows++ == 0);
        }
        return switch (answer.ending()) {
            case Answer.Ending.Complete complete -> {
                ended.set(Map.of(
                        ROW_COUNT, Long.toString(complete.rows()), TRUNCATED, Boolean.toString(complete.truncated())));
                if (!response.isCommitted()) {
                    ended.get().forEach(response::setHeader);
                }
                format.end(out, complete);
                yield new Disclosed.Outcome("complete", complete.rows(), complete.truncated(), 0);
            }
            case Answer.Ending.BrokenOff broken -> {
                if (!response.isCommitted()) {
                    response.resetBuffer();
                    throw AnswerQuestion.failed(broken.failure());
                }
                request.setAttribute(BrokenAnswerFilter.BROKEN, true);
                yield new Disclosed.Outcome(broken.failure().kind().name(), rows, false, 0);
            }
        };
    }
}
