package nl.datakade.portal.form;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;

/**
 * A form with one file (multipart/form-data, RFC 7578): its fields, which stand first, are read at once; the file is read
 * by whoever takes it, and never held. What is malformed ends up as a form without the part in question.
 */
public final class StreamedForm {

    private static final String READ = StreamedForm.class.getName();
    private static final int FIELDS = 20;
    private static final int FIELD_BYTES = 4096;

    private final Map<String, String> fields = new HashMap<>();
    private @Nullable FileItemInput file;

    private StreamedForm() {}

    public static boolean isIn(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    /** The form in this request; read up to its file when first asked for. */
    public static StreamedForm of(HttpServletRequest request) {
        if (request.getAttribute(READ) instanceof StreamedForm form) {
            return form;
        }
        var form = new StreamedForm();
        request.setAttribute(READ, form);
        try {
            form.readFields(parser().getItemIterator(request));
        } catch (IOException malformed) {
            form.file = null;
        }
        return form;
    }

    Map<String, String> fields() {
        return fields;
    }

    public @Nullable String field(String name) {
        return fields.get(name);
    }

    /** The name of the file as the browser sends it; null when no file was chosen. */
    public @Nullable String fileName() {
        return file == null || file.getName() == null || file.getName().isBlank() ? null : file.getName();
    }

    /** The file's bytes, once. A form that breaks off makes reading fail. */
    public InputStream content() throws IOException {
        return file == null ? InputStream.nullInputStream() : file.getInputStream();
    }

    private void readFields(FileItemInputIterator parts) throws IOException {
        while (fields.size() < FIELDS && parts.hasNext()) {
            var part = parts.next();
            if (!part.isFormField()) {
                file = part;
                return;
            }
            var value = part.getInputStream().readNBytes(FIELD_BYTES);
            fields.put(part.getFieldName(), new String(value, StandardCharsets.UTF_8));
        }
    }

    private static JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory> parser() {
        var parser = new JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory>();
        parser.setHeaderCharset(StandardCharsets.UTF_8);
        return parser;
    }
}
