package nl.datakade.ingest.landing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.HexFormat;
import org.apache.commons.fileupload2.core.AbstractRequestContext;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;

/**
 * A form (multipart/form-data, RFC 7578) with one file, read as it streams in. The request's Content-Digest is that of
 * the whole form, a part's own that of the file.
 */
final class FormBody implements Body {

    private static final String ONE_FILE = "a form with exactly one file, closed by its boundary";

    private final FileItemInputIterator parts;
    private final FileItemInput file;
    private final InputStream content;
    private final DigestInputStream form;
    private final @Nullable ContentDigest formDigest;

    private FormBody(
            FileItemInputIterator parts, FileItemInput file, DigestInputStream form, @Nullable ContentDigest formDigest)
            throws IOException {
        this.parts = parts;
        this.file = file;
        this.content = new Part(file.getInputStream());
        this.form = form;
        this.formDigest = formDigest;
    }

    static FormBody of(InputStream body, String contentType, long length, @Nullable ContentDigest digest) {
        var form = new DigestInputStream(body, Content.hash());
        form.on(digest != null);
        try {
            var parts = parser().getItemIterator(new Form(form, contentType, length));
            while (parts.hasNext()) {
                var part = parts.next();
                if (!part.isFormField()) {
                    return new FormBody(parts, part, form, digest);
                }
            }
        } catch (IOException malformed) {
            throw new LandingProblem.BadForm(ONE_FILE);
        }
        throw new LandingProblem.BadForm(ONE_FILE);
    }

    private static JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory> parser() {
        var parser = new JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory>();
        parser.setHeaderCharset(StandardCharsets.ISO_8859_1); // FileName finds out the rest
        return parser;
    }

    @Override
    public String mediaType() {
        return MediaTypes.declared(file.getContentType());
    }

    @Override
    public @Nullable String fileName() {
        return FileName.in(header("Content-Disposition"));
    }

    @Override
    public InputStream content() {
        return content;
    }

    @Override
    public void verify(String sha256) throws IOException {
        requireEnd();
        var own = header("Content-Digest");
        if (own != null) {
            ContentDigest.parse(own).ifPresent(digest -> digest.verify(sha256));
        }
        if (formDigest != null) {
            form.transferTo(java.io.OutputStream.nullOutputStream());
            formDigest.verify(HexFormat.of().formatHex(form.getMessageDigest().digest()));
        }
    }

    private void requireEnd() {
        try {
            while (parts.hasNext()) {
                if (!parts.next().isFormField()) {
                    throw new LandingProblem.BadForm(ONE_FILE);
                }
            }
        } catch (IOException malformed) {
            throw new LandingProblem.BadForm(ONE_FILE);
        }
    }

    private @Nullable String header(String name) {
        var headers = file.getHeaders();
        return headers == null ? null : headers.getHeader(name);
    }

    /** A part that ends without its boundary. */
    private static final class Part extends java.io.FilterInputStream {

        Part(InputStream part) {
            super(part);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            try {
                return super.read(bytes, offset, length);
            } catch (IOException brokenOff) {
                throw new LandingProblem.Incomplete(brokenOff);
            }
        }
    }

    private static final class Form extends AbstractRequestContext<InputStream> {

        private final InputStream body;
        private final String contentType;

        Form(InputStream body, String contentType, long length) {
            super(_ -> null, () -> length, body);
            this.body = body;
            this.contentType = contentType;
        }

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public InputStream getInputStream() {
            return body;
        }
    }
}
