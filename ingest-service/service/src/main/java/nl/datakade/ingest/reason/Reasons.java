package nl.datakade.ingest.reason;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.datakade.contracts.quality.ScoreState.Breach;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says why, with the columns and numbers that quality told; a judgement from before it told them has a general text. */
@Component
public class Reasons {

    /** A sentence with more names than these is a list that nobody reads. */
    private static final int NAMED = 10;

    private static final String TYPE_CHANGED = "type-changed";

    /** What the arguments are, of the reasons that have numbers. */
    private static final Map<String, List<String>> FIGURES = Map.of(
            "too-many-rejects", List.of("rejectedRows", "rowsIn", "limitPercent"),
            "nearly-all-rows-gone", List.of("rows", "rowsBefore"),
            "no-rows", List.of("rowsIn"));

    private final MessageSource messages;

    Reasons(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * In the order of their codes.
     *
     * @param tables how many the version has; with more than one a column is named with its table
     */
    public List<Reason> of(List<String> codes, Breaches breaches, int tables, Locale locale) {
        return codes.stream()
                .map(code -> of(code, breaches.of(code), breaches.untold(code), tables, locale))
                .toList();
    }

    /** That a steward or owner sent it back, with the message to its department. */
    public Reason sentBack(String message, Locale locale) {
        return new Reason("sent-back", words("sent-back", locale, message), List.of(), Map.of());
    }

    private Reason of(String code, List<Breach> breaches, int untold, int tables, Locale locale) {
        var figures = figures(code, breaches);
        if (!figures.isEmpty()) {
            var numbers = figures.values().toArray();
            return new Reason(code, words(code + ".figures", locale, numbers), List.of(), figures);
        }
        var places = breaches.stream()
                .map(Reasons::place)
                .filter(place -> place.table() != null || place.column() != null)
                .distinct()
                .toList();
        var told = places.isEmpty()
                ? null
                : messages.getMessage(
                        key(code + ".places"),
                        new Object[] {places.size() + untold, names(places, untold, tables, locale)},
                        null,
                        locale);
        return new Reason(code, told == null ? general(code, locale) : told, places, Map.of());
    }

    private static Map<String, BigDecimal> figures(String code, List<Breach> breaches) {
        var names = FIGURES.getOrDefault(code, List.of());
        var told = breaches.isEmpty() ? List.<String>of() : breaches.getFirst().arguments();
        if (names.isEmpty() || told.size() < names.size()) {
            return Map.of();
        }
        var figures = new LinkedHashMap<String, BigDecimal>();
        for (var index = 0; index < names.size(); index++) {
            figures.put(names.get(index), plain(new BigDecimal(told.get(index))));
        }
        return figures;
    }

    /** 1, not 1.0; and 400, not 4E+2. */
    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Reason.Place place(Breach breach) {
        var types = breach.reason().equals(TYPE_CHANGED) && breach.arguments().size() == 2;
        return new Reason.Place(
                breach.table(),
                breach.column(),
                types ? breach.arguments().get(0) : null,
                types ? breach.arguments().get(1) : null);
    }

    private String names(List<Reason.Place> places, int untold, int tables, Locale locale) {
        var first = places.stream().limit(NAMED).map(place -> name(place, tables, locale));
        var more = Math.max(0, places.size() - NAMED) + untold;
        return Stream.concat(first, more > 0 ? Stream.of(words("and-more", locale, more)) : Stream.empty())
                .collect(Collectors.joining(", "));
    }

    private String name(Reason.Place place, int tables, Locale locale) {
        var name = Stream.of(tables > 1 || place.column() == null ? place.table() : null, place.column())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        return place.type() == null || place.typeBefore() == null
                ? name
                : changed(name, place.typeBefore(), place.type(), locale);
    }

    /** What differs, when the words for both types are the same, too. */
    private String changed(String name, String before, String now, Locale locale) {
        if (kind(before).equals("geometry") && kind(now).equals("geometry")) {
            return words("reference-system", locale, name, referenceSystem(before), referenceSystem(now));
        }
        var from = type(before, locale);
        var to = type(now, locale);
        return from.equals(to) ? words("type", locale, name, before, now) : words("type", locale, name, from, to);
    }

    /** In words; one without a word of its own as SQL has it. */
    private String type(String sql, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key("type." + kind(sql)), null, sql, locale));
    }

    private static String kind(String sql) {
        return sql.replaceFirst("\\(.*", "").replace(' ', '-').toLowerCase(Locale.ROOT);
    }

    /** A geometry that names none is in that of GeoJSON. */
    private static String referenceSystem(String geometry) {
        var named = geometry.split("'", -1);
        return named.length == 3 ? named[1] : "OGC:CRS84";
    }

    private String general(String code, Locale locale) {
        var text = messages.getMessage(key(code), null, null, locale);
        return text == null ? words("other", locale, code) : text;
    }

    private String words(String code, Locale locale, Object... arguments) {
        return messages.getMessage(key(code), arguments, locale);
    }

    private static String key(String code) {
        return "quarantine.reason." + code;
    }
}
