package nl.datakade.access.relation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked statement over what an asker may see.
 *
 * @param rowLimit how many rows are asked for; null for all there are
 */
public record GovernedQuery(
        String sql,
        List<GovernedDataset> datasets,
        AnswerFormat format,
        @Nullable Integer rowLimit) {}
