package nl.datakade.portal.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One word for a score; templates call it {@code @marks}. The words stand in the messages under {@code mark.<key>}. */
@Component
public class Marks {

    private enum Mark {
        EXCELLENT(90),
        GOOD(75),
        SUFFICIENT(60),
        MODERATE(40),
        POOR(0);

        private final int from;

        Mark(int from) {
            this.from = from;
        }
    }

    public String of(@Nullable Number score) {
        if (score == null) {
            return "none";
        }
        for (var mark : Mark.values()) {
            if (score.doubleValue() >= mark.from) {
                return mark.name().toLowerCase(Locale.ROOT);
            }
        }
        return "poor";
    }
}
