package nl.datakade.ingest.landing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nl.datakade.platform.problem.InvalidInput;
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
    private final Optional<Digests> own;
    private final Hashing hashing = new Hashing(true);
    private final InputStream form;
    private final Hashing formHashing;
    private final List<Digests> formDigests;

    private FormBody(
            FileItemInputIterator parts,
            FileItemInput file,
            InputStream form,
            Hashing formHashing,
            List<Digests> formDigests)
            throws IOException {
        this.parts = parts;
        this.file = file;
        this.own = ownDigest();
        var part = new Part(file.getInputStream());
        this.content = own.isPresent() ? new HashedStream(part, hashing) : part;
        this.form = form;
        this.formHashing = formHashing;
        this.formDigests = formDigests;
    }

    static FormBody of(InputStream body, String contentType, long length, List<Digests> digests) {
        var hashing = new Hashing(true);
        var form = digests.isEmpty() ? body : new HashedStream(body, hashing);
        try {
            var parts = parser().getItemIterator(new Form(form, contentType, length));
            while (parts.hasNext()) {
                var part = parts.next();
                if (!part.isFormField()) {
                    return new FormBody(parts, part, form, hashing, digests);
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
        own.ifPresent(digest -> digest.verify(sha256, hashing.sha512()));
        if (!formDigests.isEmpty()) {
            form.transferTo(java.io.OutputStream.nullOutputStream());
            formDigests.forEach(digest -> digest.verify(formHashing.sha256(), formHashing.sha512()));
        }
    }

    private Optional<Digests> ownDigest() {
        var field = header(Digests.CONTENT);
        if (field == null) {
            return Optional.empty();
        }
        var digests = Digests.parse(Digests.CONTENT, field);
        if (digests.isEmpty()) {
            throw new LandingProblem.Invalid(List.of(InvalidInput.body(Digests.CONTENT, Digests.EXPECTED)));
        }
        return digests;
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
