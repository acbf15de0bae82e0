package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import nl.datakade.table.row.RawTable;
import org.junit.jupiter.api.Test;

/** What a table says of itself is not lost because somebody watches how far it was read. */
class WatchedTableTests {

    @Test
    void everyQuestionIsPassedOn() {
        var passedOn = Arrays.stream(WatchedTable.class.getDeclaredMethods())
                .map(Method::getName)
                .toList();

        assertThat(Arrays.stream(RawTable.class.getDeclaredMethods()).map(Method::getName))
                .isSubsetOf(passedOn);
    }
}
