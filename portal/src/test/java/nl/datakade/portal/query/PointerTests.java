package nl.datakade.portal.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.datakade.portal.api.Service;
import nl.datakade.portal.api.Trouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PointerTests {

    @Test
    void theCaretStandsUnderTheCharacter() {
        assertThat(Pointer.in("SELECT *\nFROM geheim", at(2, 6))).isEqualTo(new Pointer(2, "FROM geheim", "     ^"));
    }

    @Test
    void aTabKeepsItsWidth() {
        assertThat(Pointer.in("\tSELEC 1", at(1, 2))).isEqualTo(new Pointer(1, "\tSELEC 1", "\t^"));
    }

    @Test
    void aPlaceOutsideTheStatementPointsNowhere() {
        assertThat(Pointer.in("SELECT 1", at(7, 1))).isNull();
        assertThat(Pointer.in("SELECT 1", at(null, null))).isNull();
        assertThat(Pointer.in("SELECT 1", null)).isNull();
    }

    private static Trouble at(@Nullable Integer line, @Nullable Integer column) {
        return new Trouble(
                Service.ACCESS,
                400,
                "sql-table-unknown",
                null,
                null,
                null,
                null,
                List.of(new Trouble.Place("sql", null, null, line, column)),
                Map.of());
    }
}
