package nl.datakade.platform.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** What Tomcat refuses before any application sees it, such as a malformed request line: a problem, not a page. */
final class ProblemReportValve extends ErrorReportValve {

    private final String apiVersion;

    ProblemReportValve(String apiVersion) {
        this.apiVersion = apiVersion;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var title = response.getStatus() < 500 ? "Bad request" : "Server error";
        var body = """
                {"type":"about:blank","title":"%s","status":%d,"detail":"The server could not take this request."}""".formatted(title, response.getStatus()).getBytes(StandardCharsets.UTF_8);
        try {
            response.setHeader("API-Version", apiVersion);
            response.setContentType("application/problem+json");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException clientIsGone) {
            container.getLogger().debug("No answer given", clientIsGone);
        }
    }
}
