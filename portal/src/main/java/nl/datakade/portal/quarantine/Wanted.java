package nl.datakade.portal.quarantine;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which versions the visitor wants to see, as it stands in the address of the page.
 *
 * @param move DEPARTMENT, STEWARD or OPERATOR; {@code me} for the visitor's own; anybody's when empty
 */
record Wanted(
        @Nullable String department,
        @Nullable String dataset,
        @Nullable String move,
        @Nullable Integer page) {

    static final String ME = "me";

    private static final Set<String> MOVES = Set.of(ME, "DEPARTMENT", "STEWARD", "OPERATOR");

    Wanted {
        department = text(department);
        dataset = text(dataset);
        move = move != null && MOVES.contains(move) ? move : null;
    }

    /** One version. */
    static MultiValueMap<String, String> of(String dataset, int version) {
        var parameters = new LinkedMultiValueMap<String, String>();
        parameters.set("dataset", dataset);
        parameters.set("version", String.valueOf(version));
        return parameters;
    }

    MultiValueMap<String, String> parameters() {
        var parameters = place();
        if (ME.equals(move)) {
            parameters.set("yours", "true");
        } else if (move != null) {
            parameters.set("move", move);
        }
        parameters.set("page", String.valueOf(page == null || page < 1 ? 1 : page));
        parameters.set("pageSize", "20");
        return parameters;
    }

    /** To count those of them that wait for the visitor. */
    MultiValueMap<String, String> yours() {
        var parameters = place();
        if (move != null && !ME.equals(move)) {
            parameters.set("move", move);
        }
        parameters.set("yours", "true");
        parameters.set("pageSize", "1");
        return parameters;
    }

    /** Is anything asked for beyond everything? */
    public boolean narrowed() {
        return department != null || dataset != null || move != null;
    }

    /** The address of another page of the same list. */
    public String toPage(int other) {
        var parameters = place();
        if (move != null) {
            parameters.set("move", move);
        }
        if (other > 1) {
            parameters.set("page", String.valueOf(other));
        }
        return UriComponentsBuilder.fromPath("/quarantine")
                .queryParams(parameters)
                .encode()
                .toUriString();
    }

    private MultiValueMap<String, String> place() {
        var parameters = new LinkedMultiValueMap<String, String>();
        if (department != null) {
            parameters.set("department", department);
        }
        if (dataset != null) {
            parameters.set("dataset", dataset);
        }
        return parameters;
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
