package nl.datakade.portal.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.datakade.portal.visitor.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What datasets there are, whose they are, and what they are about. */
@HttpExchange("/catalog/v1")
public interface Catalog {

    /** Of a dataset that may be asked for, to those who do not see more of it. */
    String NAMED_ONLY = "NAMED_ONLY";

    @GetExchange("/datasets")
    Found datasets(Visitor visitor, @RequestParam MultiValueMap<String, String> wanted);

    @GetExchange("/datasets/{name}")
    Dataset dataset(Visitor visitor, @PathVariable String name);

    @GetExchange("/datasets/{name}/versions")
    Listing<Version> versions(Visitor visitor, @PathVariable String name);

    /** Those of these numbers. */
    @GetExchange("/datasets/{name}/versions")
    Listing<Version> versions(Visitor visitor, @PathVariable String name, @RequestParam List<Integer> version);

    /** What waits for the visitor's decision. */
    @GetExchange("/proposals?waitingFor=me&pageSize=20")
    Listing<Proposal> proposals(Visitor visitor, @RequestParam int page);

    @PostExchange("/datasets/{name}/proposals/{id}/decisions")
    Proposal decide(Visitor visitor, @PathVariable String name, @PathVariable String id, @RequestBody Vote vote);

    @GetExchange("/departments")
    Listing<Department> departments(Visitor visitor);

    @GetExchange("/themes")
    Listing<Theme> themes(Visitor visitor);

    /** The names of these people; who is unknown, or not the visitor's to know, is left out. */
    @GetExchange("/people")
    List<Person> people(Visitor visitor, @RequestParam List<String> subject);

    /**
     * What a search found.
     *
     * @param matching SIMILAR when there was nothing with the very words
     */
    record Found(
            List<Item> items,
            int page,
            int pageSize,
            long total,
            @Nullable String matching,
            @Nullable Facets facets) {

        public Found {
            items = Lists.orEmpty(items);
        }

        /** Without what is particular to a search. */
        public Listing<Item> listing() {
            return new Listing<>(items, page, pageSize, total);
        }

        public boolean similar() {
            return "SIMILAR".equals(matching);
        }
    }

    record Item(
            String name,
            @Nullable String visibility,
            @Nullable String title,
            @Nullable Highlight highlight,
            @Nullable String department,
            @Nullable String departmentName,
            @Nullable String status,
            @Nullable Classification classification,
            @Nullable Double score,
            boolean releasedByException,
            @Nullable Newest newest,
            @Nullable Instant updatedAt) {

        /** Whether the visitor is shown no more of it than its name. */
        public boolean namedOnly() {
            return NAMED_ONLY.equals(visibility);
        }

        public String heading() {
            return title == null || title.isBlank() ? name : title;
        }

        public String whose() {
            return departmentName != null ? departmentName : department != null ? department : "–";
        }

        public boolean personal() {
            return classification != null && classification.personal();
        }
    }

    /** The last version that landed, as long as none was released. */
    record Newest(
            int version,
            @Nullable String outcome,
            @Nullable String verdict,
            @Nullable Double score,
            @Nullable String noScore) {

        /** Why there is no figure, when there will be none: NO_TABLE, UNREADABLE, NOT_MEASURED or ENDED. */
        public @Nullable String unscored() {
            return noScore != null ? noScore : Unscored.of(outcome);
        }
    }

    /** Where the words stand, as HTML with nothing but marks in it. */
    record Highlight(@Nullable String title, @Nullable String description) {}

    /** How many there would be with each value. */
    record Facets(
            List<Count> department,
            List<Count> theme,
            List<Count> status,
            List<Count> confidentiality,
            List<Count> personalData) {

        public Facets {
            department = Lists.orEmpty(department);
            theme = Lists.orEmpty(theme);
            status = Lists.orEmpty(status);
            confidentiality = Lists.orEmpty(confidentiality);
            personalData = Lists.orEmpty(personalData);
        }
    }

    record Count(String value, long count) {}

    /** What was said of a dataset, and what the catalogue knows of it; nobody may have said anything yet. */
    record Dataset(
            String name,
            @Nullable String visibility,
            @Nullable String title,
            @Nullable String description,
            @Nullable String department,
            @Nullable String departmentName,
            List<String> themes,
            List<String> keywords,
            @Nullable Classification classification,
            List<Holding> roles,
            @Nullable String license,
            @Nullable String frequency,
            @Nullable String status,
            List<Lack> missing,
            @Nullable Integer currentVersion,
            @Nullable Integer latestVersion,
            @Nullable Double score,
            @Nullable Instant createdAt,
            @Nullable Instant updatedAt) {

        public Dataset {
            themes = Lists.orEmpty(themes);
            keywords = Lists.orEmpty(keywords);
            roles = Lists.orEmpty(roles);
            missing = Lists.orEmpty(missing);
        }

        /** Whether the visitor is shown no more of it than its name, classification and owner. */
        public boolean namedOnly() {
            return NAMED_ONLY.equals(visibility);
        }

        /** Is this person named in the catalogue for it? */
        public boolean hasSteward(String subject) {
            return has("DATA_STEWARD", subject);
        }

        public boolean has(String role) {
            return roles.stream().anyMatch(holding -> holding.role().equals(role));
        }

        public boolean has(String role, String subject) {
            return roles.stream().anyMatch(holding -> holding.role().equals(role) && subject.equals(holding.person()));
        }

        /** Would a version take the place of the one in use? */
        public boolean isNewer(Version version) {
            return currentVersion == null || version.version() > currentVersion;
        }

        public String heading() {
            return title == null || title.isBlank() ? name : title;
        }

        public String whose() {
            return departmentName != null ? departmentName : department != null ? department : "–";
        }

        public boolean personal() {
            return classification != null && classification.personal();
        }
    }

    record Classification(
            @Nullable String confidentiality,
            @Nullable String personalData,
            @Nullable String reason) {

        boolean personal() {
            return personalData != null && !personalData.equals("NONE");
        }
    }

    record Holding(
            String role, @Nullable String person, @Nullable String name) {}

    /** What a draft still needs to be registered, and from whom. */
    record Lack(
            @Nullable String code,
            @Nullable String message,
            @Nullable String whoseMove) {}

    /** Which version another was sent to correct, and why. */
    record Correction(int version, String reason) {}

    record Version(
            int version,
            int reading,
            @Nullable String mediaType,
            @Nullable Long size,
            @Nullable String sha256,
            @Nullable String outcome,
            @Nullable String reason,
            long rows,
            long rejectedRows,
            @Nullable String verdict,
            @Nullable Double score,
            @Nullable String noScore,
            boolean releasedByException,
            Map<String, Double> dimensions,
            List<String> heldBackFor,
            List<Table> tables,
            List<Finding> findings,
            @Nullable Instant landedAt,
            @Nullable Correction corrects,
            @Nullable String endedReason) {

        /** WITHDRAWN, REJECTED or REMOVED, when it holds no more. */
        public @Nullable String ended() {
            return outcome != null
                            && List.of("WITHDRAWN", "REJECTED", "REMOVED").contains(outcome)
                    ? outcome
                    : null;
        }

        /** Why there is no figure, when there will be none: NO_TABLE, UNREADABLE, NOT_MEASURED or ENDED. */
        public @Nullable String unscored() {
            return noScore != null ? noScore : Unscored.of(outcome);
        }

        /** What was measured of a file without a table is no figure for its data. */
        @Override
        public @Nullable Double score() {
            return unscored() == null ? score : null;
        }

        /** How it was judged, in a word of the messages: an exception is never shown as a rule that holds. */
        public @Nullable String judged() {
            return "RELEASED".equals(verdict) && releasedByException ? "EXCEPTION" : verdict;
        }

        public Version {
            dimensions = dimensions == null ? Map.of() : dimensions;
            heldBackFor = Lists.orEmpty(heldBackFor);
            tables = Lists.orEmpty(tables);
            findings = Lists.orEmpty(findings);
        }
    }

    record Table(String name, long rows, long rejectedRows, List<Column> columns) {

        public Table {
            columns = Lists.orEmpty(columns);
        }
    }

    record Column(
            int id,
            String name,
            @Nullable String label,
            @Nullable String type,
            @Nullable String evidence,
            @Nullable String description) {}

    record Finding(
            @Nullable String code,
            @Nullable String severity,
            @Nullable String table,
            @Nullable String column,
            @Nullable Long line,
            @Nullable String message) {}

    /**
     * A change of a dataset that others decide.
     *
     * @param kind CLASSIFICATION or OWNERSHIP
     * @param missing the roles whose decision is needed
     */
    record Proposal(
            String id,
            String dataset,
            String kind,
            @Nullable Content before,
            @Nullable Content after,
            @Nullable Somebody proposedBy,
            @Nullable Instant proposedAt,
            List<Voted> decisions,
            List<String> missing,
            List<String> yours) {

        public Proposal {
            decisions = Lists.orEmpty(decisions);
            missing = Lists.orEmpty(missing);
            yours = Lists.orEmpty(yours);
        }
    }

    record Content(
            @Nullable Classification classification,
            @Nullable String department,
            @Nullable List<Holding> roles) {}

    record Somebody(@Nullable String person, @Nullable String name) {}

    record Voted(
            String as,
            @Nullable Somebody by,
            boolean approve,
            @Nullable String reason) {}

    /** What somebody says of a proposal, as DATA_OWNER or PRIVACY_OFFICER. */
    record Vote(String as, boolean approve, String reason) {}

    record Person(String subject, @Nullable String name, boolean active) {}

    record Department(String slug, @Nullable String name) {

        public String named() {
            return name == null ? slug : name;
        }
    }

    record Theme(String code, String iri, Map<String, String> label) {

        public String name(Locale language) {
            return label.getOrDefault(language.getLanguage(), code);
        }
    }
}
