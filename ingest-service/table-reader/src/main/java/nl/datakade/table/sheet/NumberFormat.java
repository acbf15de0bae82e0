package nl.datakade.table.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import nl.datakade.table.row.CellKind;
import org.jspecify.annotations.Nullable;

/** How a cell shows its number: as a date, a share, a code with zeros in front. A quantity keeps all its digits. */
public final class NumberFormat {

    public static final NumberFormat GENERAL = new NumberFormat(List.of(FormatSection.of("General")));

    /** Excel takes 255 characters. */
    private static final int LONGEST = 1_000;

    private final List<FormatSection> sections;

    private NumberFormat(List<FormatSection> sections) {
        this.sections = sections;
    }

    public static NumberFormat of(@Nullable String code) {
        if (code == null || code.length() > LONGEST || code.isBlank() || code.equalsIgnoreCase("general")) {
            return GENERAL;
        }
        return new NumberFormat(sections(code));
    }

    private static List<FormatSection> sections(String code) {
        var sections = new ArrayList<FormatSection>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            quoted ^= c == '"';
            if (c == '\\' && !quoted) {
                i++;
            } else if (c == ';' && !quoted) {
                sections.add(FormatSection.of(code.substring(start, i)));
                start = i + 1;
            }
        }
        sections.add(FormatSection.of(code.substring(start)));
        return sections;
    }

    /**
     * A number as the cell shows it.
     *
     * @param stored in digits, with a point and perhaps a power of ten
     * @param from1904 whether days are counted from 1904
     */
    public Shown show(String stored, boolean from1904) {
        if (this == GENERAL && Numbers.isPlain(stored)) {
            return Shown.number(stored);
        }
        var number = Numbers.exact(stored);
        if (number == null) {
            return Shown.text(stored);
        }
        var section = section(number);
        return switch (section.kind()) {
            case PLAIN -> plain(number);
            case PERCENT -> Shown.number(number.movePointRight(2).toPlainString() + "%");
            case PERCENT_SIGN -> Shown.number(number.toPlainString() + "%");
            case CODE -> code(number, section);
            case WORDS -> Shown.text(section.words());
            case MOMENT -> Moments.isMoment(number) ? Shown.moment(Moments.moment(number, from1904)) : plain(number);
            case TIME_OF_DAY -> Moments.isMoment(number) ? timeOfDay(number) : plain(number);
            case DURATION -> new Shown(Moments.duration(number), CellKind.TEXT, Note.DURATION);
        };
    }

    private static Shown plain(BigDecimal number) {
        return Shown.number(number.toPlainString());
    }

    private static Shown code(BigDecimal number, FormatSection section) {
        if (number.stripTrailingZeros().scale() > 0) {
            return plain(number);
        }
        var digits = section.placed(number.abs().toBigInteger().toString());
        return new Shown((number.signum() < 0 ? "-" : "") + digits, CellKind.TEXT, Note.CODE);
    }

    private static Shown timeOfDay(BigDecimal number) {
        var time = Moments.timeOfDay(number);
        return new Shown(time, CellKind.TEMPORAL, Moments.isWholeDay(number) ? Note.DAY_NOT_SHOWN : Note.NONE);
    }

    /** A section that shows nothing, as some have for zero, hides a value that is there. */
    private FormatSection section(BigDecimal number) {
        int index = number.signum() < 0 ? 1 : number.signum() == 0 ? 2 : 0;
        return sections.get(index < sections.size() ? index : 0);
    }
}
