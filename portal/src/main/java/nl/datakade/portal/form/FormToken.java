package nl.datakade.portal.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * Finds the token against forged requests in a form with a file too, before a byte of the file is read; elsewhere it is
 * where Spring expects it.
 */
public final class FormToken implements CsrfTokenRequestHandler {

    private final XorCsrfTokenRequestAttributeHandler masked = new XorCsrfTokenRequestAttributeHandler();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        masked.handle(request, response, token);
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        return masked.resolveCsrfTokenValue(
                StreamedForm.isIn(request) ? new FieldsAsParameters(request) : request, token);
    }

    private static final class FieldsAsParameters extends jakarta.servlet.http.HttpServletRequestWrapper {

        private final StreamedForm form;

        FieldsAsParameters(HttpServletRequest request) {
            super(request);
            this.form = StreamedForm.of(request);
        }

        @Override
        @SuppressWarnings("NullAway") // null where there is no such parameter, as the servlet specification has it
        public @Nullable String getParameter(String name) {
            return form.field(name);
        }
    }
}
