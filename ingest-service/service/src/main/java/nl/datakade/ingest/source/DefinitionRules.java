package nl.datakade.ingest.source;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.datakade.contracts.DatasetName;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.source.pull.Credentials;
import nl.datakade.source.pull.HostKey;
import nl.datakade.source.pull.Kind;
import nl.datakade.source.pull.Origin;
import nl.datakade.source.pull.PrivateKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** What a source must be like to be gone to. */
final class DefinitionRules {

    private static final int LONGEST = 2_000;
    private static final Duration LATEST = Duration.ofDays(1_500);
    private static final int MOST_A_PAGE = 10_000;
    private static final List<String> NO_KEYS = List.of("host", "cookie", "content-length", "transfer-encoding");

    private final List<InvalidInput> errors = new ArrayList<>();

    private DefinitionRules() {}

    static List<InvalidInput> errors(Definition definition, Duration shortest, Instant now) {
        var rules = new DefinitionRules();
        rules.require(DatasetName.isValid(definition.dataset()), "dataset", DatasetName.RULE);
        rules.require(DatasetName.isValid(definition.department()), "department", "{expected.source-department}");
        rules.schedule(definition.schedule(), shortest, now);
        rules.duration(definition.lateAfter(), "lateAfter");
        if (definition.freshWithin() != null) {
            rules.duration(definition.freshWithin(), "freshWithin");
        }
        rules.origin(definition.origin());
        if (definition.credentials() != null) {
            rules.credentials(definition.credentials(), definition.origin().kind());
        }
        return rules.errors;
    }

    private void schedule(Schedule schedule, Duration shortest, Instant now) {
        if (!comesRound(schedule, now)) {
            errors.add(InvalidInput.body("schedule", "{expected.source-schedule}"));
        } else if (schedule.shortest(now).compareTo(shortest) < 0) {
            errors.add(InvalidInput.body("schedule", "{expected.source-pause:" + shortest.toSeconds() + "}"));
        }
    }

    private static boolean comesRound(Schedule schedule, Instant now) {
        try {
            return schedule.isUnderstood() && !schedule.next(now, now).isAfter(now.plus(LATEST));
        } catch (DateTimeException | ArithmeticException beyondTheCalendar) {
            return false;
        }
    }

    /** Longer ones would lie beyond the calendar of the database. */
    private void duration(Duration duration, String field) {
        require(
                duration.toSeconds() > 0 && duration.compareTo(LATEST) <= 0,
                field,
                "{expected.source-duration:" + LATEST.toDays() + "}");
    }

    private void origin(Origin origin) {
        var address = origin.address();
        var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        var isAddress = origin.kind().speaks(scheme)
                && address.getHost() != null
                && address.getUserInfo() == null
                && address.toString().length() <= LONGEST;
        require(
                isAddress,
                "address",
                origin.kind() == Kind.SFTP ? "{expected.source-sftp-address}" : "{expected.source-address}");
        switch (origin.kind()) {
            case S3 -> {
                require(isText(origin.bucket()), "bucket", "{expected.given}");
                require(origin.key() == null || origin.prefix() == null, "prefix", "{expected.source-key-or-prefix}");
            }
            case SFTP -> {
                require(isText(address.getPath()), "address", "{expected.source-sftp-address}");
                var hostKey = origin.hostKey();
                require(hostKey != null && HostKey.parse(hostKey).isPresent(), "hostKey", "{expected.source-host-key}");
            }
            case WFS -> require(isText(origin.layer()), "layer", "{expected.given}");
            case CKAN -> require(isText(origin.resource()), "resource", "{expected.given}");
            case HTTP, OGC_FEATURES, ARCGIS -> {}
        }
        var size = origin.pageSize();
        require(
                size == null || (size >= 1 && size <= MOST_A_PAGE),
                "pageSize",
                "{expected.source-page:" + MOST_A_PAGE + "}");
        require(
                origin.mediaType() == null || isMediaType(origin.mediaType()),
                "mediaType",
                "{expected.source-media-type}");
    }

    private void credentials(Credentials credentials, Kind kind) {
        var fits = switch (credentials.type()) {
            case BASIC -> kind != Kind.S3;
            case BEARER, API_KEY -> kind != Kind.S3 && kind != Kind.SFTP;
            case S3 -> kind == Kind.S3;
            case SSH_KEY -> kind == Kind.SFTP;
        };
        require(fits, "credentials.type", "{expected.source-credentials:" + kind + "}");
        require(isText(credentials.secret()), "credentials.secret", "{expected.given}");
        var isNamed = credentials.type() == Credentials.Type.BEARER || credentials.type() == Credentials.Type.API_KEY;
        require(isNamed || isText(credentials.username()), "credentials.username", "{expected.given}");
        if (credentials.type() == Credentials.Type.BEARER || credentials.type() == Credentials.Type.API_KEY) {
            require(isHeaderValue(credentials.secret()), "credentials.secret", "{expected.source-header-value}");
        }
        if (credentials.type() == Credentials.Type.SSH_KEY) {
            var isKey = !PrivateKeys.parse(credentials.secret(), credentials.passphrase())
                    .isEmpty();
            require(isKey, "credentials.secret", "{expected.source-ssh-key}");
        }
        if (credentials.type() == Credentials.Type.API_KEY) {
            require(isHeader(credentials.header()), "credentials.header", "{expected.source-header}");
        }
    }

    private static boolean isHeader(@Nullable String name) {
        return name != null
                && name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")
                && !NO_KEYS.contains(name.toLowerCase(Locale.ROOT));
    }

    private static boolean isHeaderValue(@Nullable String value) {
        return value != null && value.matches("[\\x21-\\x7e]+(?: [\\x21-\\x7e]+)*");
    }

    private static boolean isMediaType(String text) {
        try {
            return MediaType.parseMediaType(text).isConcrete();
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    private static boolean isText(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private void require(boolean holds, String field, String expected) {
        if (!holds) {
            errors.add(InvalidInput.body(field, expected));
        }
    }
}
