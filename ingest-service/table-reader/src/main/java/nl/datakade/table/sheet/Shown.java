package nl.datakade.table.sheet;

import nl.datakade.table.row.CellKind;
import org.jspecify.annotations.Nullable;

/** A cell as a person sees it, except that no digit is lost: only how many are shown is left to the format. */
public record Shown(@Nullable String text, CellKind kind, Note note) {

    public static final Shown NOTHING = new Shown(null, CellKind.ABSENT, Note.NONE);

    public static final Shown NOT_COMPUTED = new Shown(null, CellKind.ABSENT, Note.NOT_COMPUTED);

    public boolean isNothing() {
        return kind == CellKind.ABSENT && note == Note.NONE;
    }

    public static Shown text(String text) {
        return new Shown(text, CellKind.TEXT, Note.NONE);
    }

    public static Shown number(String plain) {
        return new Shown(plain, CellKind.NUMBER, Note.NONE);
    }

    public static Shown truth(boolean value) {
        return new Shown(Boolean.toString(value), CellKind.BOOLEAN, Note.NONE);
    }

    public static Shown moment(String iso) {
        return new Shown(iso, CellKind.TEMPORAL, Note.NONE);
    }
}
