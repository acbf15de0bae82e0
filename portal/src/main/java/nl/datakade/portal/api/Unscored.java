package nl.datakade.portal.api;

import org.jspecify.annotations.Nullable;

/** Why a version has no score, as far as how it was read says so. */
final class Unscored {

    private Unscored() {}

    static @Nullable String of(@Nullable String outcome) {
        return switch (outcome) {
            case "NOT_TABULAR" -> "NO_TABLE";
            case "UNREADABLE" -> "UNREADABLE";
            case null, default -> null;
        };
    }
}
