package nl.datakade.ingest.landing;

import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** What the sender says the bytes are. */
public final class MediaTypes {

    private static final int LONGEST = 200;

    private MediaTypes() {}

    public static boolean isValid(@Nullable String field) {
        if (field == null || field.isBlank()) {
            return true;
        }
        try {
            return field.length() <= LONGEST && MediaType.parseMediaType(field).isConcrete();
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /**
     * A type that says nothing becomes {@code application/octet-stream}: none at all, or the one of web forms that a
     * tool sets when it was not told any.
     */
    public static String declared(@Nullable String field) {
        if (field == null || field.isBlank() || !isValid(field)) {
            return MediaType.APPLICATION_OCTET_STREAM_VALUE;
        }
        var type = MediaType.parseMediaType(field);
        return type.equalsTypeAndSubtype(MediaType.APPLICATION_FORM_URLENCODED)
                ? MediaType.APPLICATION_OCTET_STREAM_VALUE
                : type.toString();
    }
}
