package nl.datakade.access.query;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.UUID;
import nl.datakade.access.relation.Answer;
import nl.datakade.access.relation.AnswerFormat;
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
        answers.answer(
                question,
                AnswerFormat.JSON,
                caller,
                (id, answer) -> write(AnswerFormat.JSON, id, answer, request, response));
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
        answers.answer(
                question,
                AnswerFormat.CSV,
                caller,
                (id, answer) -> write(AnswerFormat.CSV, id, answer, request, response));
    }

    /** Ends a question at once: while it waits, while the engine works, and while the answer leaves. */
    @Operation(summary = "Break off a query of yours")
    @DeleteMapping(PATH + "/{id}")
    @PreAuthorize(ASKERS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable UUID id, Caller caller) {
        if (!running.cancel(id, caller.subject())) {
            throw new QueryProblem.NotRunning(id);
        }
    }

    /** The answer is whole before its first byte leaves, so its length and its number of rows stand in the header. */
    private static boolean write(
            AnswerFormat format, UUID id, Answer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var head = format.head(id, answer.columns());
        var tail = format.tail(answer.rows(), answer.truncated());
        response.setContentType(format.mediaType());
        response.setHeader("Query-Id", id.toString());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(ROW_COUNT, Long.toString(answer.rows()));
        response.setHeader(TRUNCATED, Boolean.toString(answer.truncated()));
        response.setHeader("Link", "</access/v1/disclosures/" + id + ">; rel=\"status\"");
        response.setContentLengthLong(head.length + answer.bytes() + tail.length);
        var out = response.getOutputStream();
        out.write(head);
        boolean whole = answer.copyTo(out);
        if (!whole) {
            request.setAttribute(BrokenAnswerFilter.BROKEN, true);
        } else {
            out.write(tail);
        }
        return whole;
    }
}
