package nl.datakade.access.query;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import nl.datakade.access.statement.Statements;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know.
 *
 * @param purpose id or slug of a processing activity
 * @param sql one SELECT over granted datasets
 * @param rowLimit asks for so many rows at most, and the answer says whether there are more; without it the answer has
 *     all rows, or is refused
 * @param queryId chosen by who asks, to be able to cancel before the answer begins
 */
record Question(
        @NotBlank String purpose,
        @NotNull @Size(max = Statements.LONGEST) String sql,
        @Nullable @Min(1) Integer rowLimit,
        @Nullable UUID queryId) {}
