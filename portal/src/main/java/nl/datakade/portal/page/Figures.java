package nl.datakade.portal.page;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Numbers, sizes and times as the visitor writes them; templates call it {@code @figures}. */
@Component
public class Figures {

    private static final long KIB = 1024;

    private final Site site;

    Figures(Site site) {
        this.site = site;
    }

    public String count(@Nullable Number number) {
        return number == null
                ? "–"
                : NumberFormat.getIntegerInstance(language()).format(number.longValue());
    }

    /** A score of 0 to 100 with one decimal, or none when it is whole. */
    public String score(@Nullable Number score) {
        return score == null ? "–" : decimals(score.doubleValue(), 1);
    }

    /** A share of 0 to 1 as a percentage; what is not quite all or nothing is never rounded to it. */
    public String share(@Nullable Number share) {
        if (share == null) {
            return "–";
        }
        var percentage = share.doubleValue() * 100;
        if (percentage > 0 && percentage < 0.1) {
            return "< " + decimals(0.1, 1) + "%";
        }
        if (percentage < 100 && percentage > 99.9) {
            return "> " + decimals(99.9, 1) + "%";
        }
        return decimals(percentage, 1) + "%";
    }

    public String part(long part, long whole) {
        return share(whole == 0 ? 0.0 : (double) part / whole);
    }

    public String bytes(@Nullable Number bytes) {
        if (bytes == null) {
            return "–";
        }
        double size = bytes.doubleValue();
        if (size < KIB) {
            return count(bytes) + " B";
        }
        var units = new String[] {"kB", "MB", "GB", "TB"};
        var unit = -1;
        while (size >= KIB && unit < units.length - 1) {
            size /= KIB;
            unit++;
        }
        return decimals(size, 1) + " " + units[unit];
    }

    public String day(@Nullable Instant moment) {
        return moment == null ? "–" : format("d MMMM yyyy", moment);
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", language()).format(day);
    }

    public String moment(@Nullable Instant moment) {
        return moment == null ? "–" : format("d MMM yyyy, HH:mm", moment);
    }

    /** A number as it stands in a result, with the visitor's decimal sign and no thousands. */
    public String plain(Object value) {
        if (value instanceof Number number) {
            var format = NumberFormat.getNumberInstance(language());
            format.setMaximumFractionDigits(12);
            format.setGroupingUsed(false);
            return format.format(number);
        }
        return value.toString();
    }

    private String format(String pattern, Instant moment) {
        return DateTimeFormatter.ofPattern(pattern, language()).format(moment.atZone(site.zone()));
    }

    private static String decimals(double number, int most) {
        var format = NumberFormat.getNumberInstance(language());
        format.setMaximumFractionDigits(most);
        return format.format(number);
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }
}
