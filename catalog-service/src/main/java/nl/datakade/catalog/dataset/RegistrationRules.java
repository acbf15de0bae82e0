package nl.datakade.catalog.dataset;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.datakade.catalog.vocabulary.Frequency;
import nl.datakade.catalog.vocabulary.Licenses;
import nl.datakade.catalog.vocabulary.Licenses.License;
import nl.datakade.catalog.vocabulary.Theme;
import nl.datakade.catalog.vocabulary.WooGround;
import nl.datakade.contracts.catalog.Classification;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.platform.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Turns what was sent into a registration and finds everything that is wrong with it, without stopping at the first. */
final class RegistrationRules {

    private static final int TITLE = 200;
    private static final int DESCRIPTION = 10_000;
    private static final int KEYWORDS = 30;
    private static final int KEYWORD = 60;
    private static final int REASON = 500;
    private static final int COLUMNS = 2_000;
    private static final int COLUMN = 1_000;
    private static final int IDENTIFIER = 100;
    private static final int ROLES = 50;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Co}&&[^\\n\\r\\t]]");

    private final Licenses licenses;
    private final Predicate<String> isDepartment;
    private final List<InvalidInput> errors = new ArrayList<>();

    RegistrationRules(Licenses licenses, Predicate<String> isDepartment) {
        this.licenses = licenses;
        this.isDepartment = isDepartment;
    }

    List<InvalidInput> errors() {
        return errors;
    }

    void throwErrors() {
        if (!errors.isEmpty()) {
            throw new DatasetProblem.Invalid(List.copyOf(errors));
        }
    }

    /** The registration as far as it is valid; to be used only if there are no errors. */
    Registration check(Submission sent, @Nullable String presentDepartment) {
        var period = sent.temporal();
        if (period != null
                && period.from() != null
                && period.until() != null
                && period.until().isBefore(period.from())) {
            wrong("temporal.until", "period");
        }
        var classified = sent.classification();
        return new Registration(
                department(sent.department(), presentDepartment),
                line("title", sent.title(), TITLE),
                text("description", sent.description(), DESCRIPTION),
                themes(sent.themes()),
                keywords(sent.keywords()),
                chosen(
                        "license",
                        sent.license(),
                        "license",
                        text -> licenses.find(text).map(License::iri)),
                chosen(
                        "frequency",
                        sent.frequency(),
                        "frequency",
                        text -> Frequency.of(text).map(Frequency::iri)),
                period == null ? null : period.from(),
                period == null ? null : period.until(),
                chosen("spatial", sent.spatial(), "address", RegistrationRules::address),
                classified == null ? null : classification(classified),
                classified == null ? null : reason(classified.reason()),
                roles(sent.roles()),
                columns(sent.columns()),
                rejectLimit(sent.rejectLimit()),
                RetentionRules.check(sent.retention(), this::wrong));
    }

    private String department(@Nullable String slug, @Nullable String present) {
        var chosen = slug == null ? present : slug;
        if (chosen == null) {
            wrong("department", "department");
            return "";
        }
        if (!chosen.equals(present) && !isDepartment.test(chosen)) {
            wrong("department", "department");
        }
        return chosen;
    }

    private List<String> themes(@Nullable List<String> sent) {
        if (sent == null) {
            return List.of();
        }
        var themes = new LinkedHashSet<String>();
        for (int i = 0; i < sent.size(); i++) {
            var theme = Optional.ofNullable(sent.get(i)).flatMap(Theme::of);
            theme.map(Theme::iri).ifPresent(themes::add);
            if (theme.isEmpty()) {
                wrong("themes[" + i + "]", "theme");
            }
        }
        return List.copyOf(themes);
    }

    private List<String> keywords(@Nullable List<String> sent) {
        if (sent == null) {
            return List.of();
        }
        if (sent.size() > KEYWORDS) {
            wrong("keywords", "keywords");
        }
        var keywords = new LinkedHashSet<String>();
        for (int i = 0; i < sent.size(); i++) {
            var field = "keywords[" + i + "]";
            var keyword = line(field, sent.get(i), KEYWORD);
            if (keyword == null) {
                wrong(field, "keyword");
            } else {
                keywords.add(keyword);
            }
        }
        return List.copyOf(keywords);
    }

    private @Nullable Classification classification(Submission.Classified sent) {
        var confidentiality = constant(Confidentiality.class, sent.confidentiality());
        var personalData = constant(PersonalData.class, sent.personalData());
        if (confidentiality.isEmpty()) {
            wrong("classification.confidentiality", "confidentiality");
        }
        if (personalData.isEmpty()) {
            wrong("classification.personalData", "personal-data");
        }
        return confidentiality
                .flatMap(first -> personalData.map(second -> new Classification(first, second)))
                .orElse(null);
    }

    private @Nullable String reason(@Nullable String sent) {
        var reason = text("classification.reason", sent, REASON);
        if (reason != null && !WooGround.isSound(reason)) {
            wrong("classification.reason", "woo-ground");
        }
        return reason;
    }

    private Set<Holder> roles(@Nullable List<Submission.RoleHolding> sent) {
        if (sent == null) {
            return Set.of();
        }
        if (sent.size() > ROLES) { // each is looked up
            wrong("roles", "roles");
            return Set.of();
        }
        var holders = new LinkedHashSet<Holder>();
        var owned = false;
        for (int i = 0; i < sent.size(); i++) {
            var field = "roles[" + i + "]";
            var role = constant(
                    Role.class, sent.get(i) == null ? null : sent.get(i).role());
            var person = sent.get(i) == null ? null : sent.get(i).person();
            if (role.isEmpty()) {
                wrong(field + ".role", "role");
            }
            if (person == null || person.isBlank()) {
                wrong(field + ".person", "person");
            }
            if (role.isPresent() && person != null && !holders.add(new Holder(role.get(), person))) {
                wrong(field, "role-once");
            }
            if (role.filter(Role.DATA_OWNER::equals).isPresent()) {
                if (owned) {
                    wrong(field, "one-owner");
                }
                owned = true;
            }
        }
        return holders;
    }

    private List<ColumnDescription> columns(@Nullable List<Submission.ColumnText> sent) {
        if (sent == null) {
            return List.of();
        }
        if (sent.size() > COLUMNS) {
            wrong("columns", "columns");
        }
        var columns = new ArrayList<ColumnDescription>();
        var seen = new HashSet<List<String>>();
        for (int i = 0; i < sent.size(); i++) {
            var field = "columns[" + i + "]";
            var said = sent.get(i);
            var table = said == null ? null : line(field + ".table", said.table(), IDENTIFIER);
            var column = said == null ? null : line(field + ".column", said.column(), IDENTIFIER);
            var description = said == null ? null : text(field + ".description", said.description(), COLUMN);
            if (table == null || column == null || description == null) {
                wrong(field, "column-description");
            } else if (seen.add(List.of(table, column))) {
                columns.add(new ColumnDescription(table, column, description));
            } else {
                wrong(field, "column-once");
            }
        }
        columns.sort(ColumnDescription.ORDER);
        return List.copyOf(columns);
    }

    private @Nullable Double rejectLimit(@Nullable Double sent) {
        if (sent != null && !(sent >= 0 && sent <= 1)) {
            wrong("rejectLimit", "share");
        }
        return sent;
    }

    private @Nullable String line(String field, @Nullable String sent, int length) {
        if (sent != null && sent.lines().count() > 1) {
            wrong(field, "one-line");
        }
        return text(field, sent, length);
    }

    private @Nullable String text(String field, @Nullable String sent, int length) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        if (sent.strip().length() > length || CONTROL.matcher(sent).find()) {
            errors.add(InvalidInput.body(field, "{expected.text-" + length + "}"));
        }
        return sent.strip();
    }

    private @Nullable String chosen(
            String field, @Nullable String sent, String expected, Function<String, Optional<String>> choice) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        var chosen = choice.apply(sent.strip());
        if (chosen.isEmpty()) {
            wrong(field, expected);
        }
        return chosen.orElse(null);
    }

    private static Optional<String> address(String text) {
        try {
            var address = URI.create(text);
            var isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            return isWeb && address.getHost() != null && text.length() <= DESCRIPTION
                    ? Optional.of(text)
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, @Nullable String name) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }

    private void wrong(String field, String expected) {
        errors.add(InvalidInput.body(field, "{expected." + expected + "}"));
    }
}
