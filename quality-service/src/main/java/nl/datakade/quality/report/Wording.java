package nl.datakade.quality.report;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.datakade.contracts.quality.ScoreState.NoScore;
import nl.datakade.quality.profile.ColumnProfile;
import nl.datakade.quality.rule.Breach;
import nl.datakade.quality.rule.Court;
import nl.datakade.quality.rule.Rule;
import nl.datakade.quality.score.Dimension;
import nl.datakade.quality.score.Metric;
import nl.datakade.quality.semantic.Detection;
import nl.datakade.quality.semantic.SemanticType;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what was found in the reader's language, Dutch or English. */
@Component
public class Wording {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}(?:\\.[0-9]{1,9})?");

    private final MessageSource messages;

    Wording(MessageSource messages) {
        this.messages = messages;
    }

    String name(Dimension dimension, Locale locale) {
        return text("dimension." + dimension.code(), locale);
    }

    String meaning(Dimension dimension, Locale locale) {
        return text("dimension." + dimension.code() + ".meaning", locale);
    }

    String name(Metric metric, Locale locale) {
        return text("metric." + metric.code(), locale);
    }

    String formula(Metric metric, Locale locale) {
        return text("metric." + metric.code() + ".formula", locale);
    }

    public String title(Breach breach, Locale locale) {
        return text("rule." + breach.rule().code(), locale, arguments(breach, locale));
    }

    public String remedy(Rule rule, Locale locale) {
        return text("rule." + rule.code() + ".remedy", locale);
    }

    public String name(Court court, Locale locale) {
        return text("court." + court.name(), locale);
    }

    String name(NoScore reason, Locale locale) {
        return text("no-score." + reason.name(), locale);
    }

    String evidence(Detection meaning, ColumnProfile column, Locale locale) {
        var percent = Math.round(meaning.share() * 1000) / 10.0;
        if (meaning.withinText()) {
            return within(Math.round(meaning.share() * column.filled()), column.filled(), locale);
        }
        return meaning.namedBy() == null
                ? text("evidence.form", locale, percent, meaning.tested())
                : text("evidence.named", locale, percent, meaning.tested(), meaning.namedBy());
    }

    String within(long rows, long filled, Locale locale) {
        return text("evidence.within", locale, rows, filled);
    }

    /** Without figures. */
    String evidence(Detection meaning, Locale locale) {
        return meaning.namedBy() == null
                ? text("evidence.shape", locale)
                : text("evidence.name", locale, meaning.namedBy());
    }

    String few(long threshold, Locale locale) {
        return text("evidence.few", locale, threshold);
    }

    String most(long threshold, Locale locale) {
        return text("evidence.most", locale, threshold);
    }

    /** Place first, then what the rule reports; a meaning in words instead of its code, numbers as the language writes them. */
    private static Object[] arguments(Breach breach, Locale locale) {
        var arguments = new Object[2 + breach.arguments().size()];
        arguments[0] = breach.table() == null ? "" : breach.table();
        arguments[1] = breach.column() == null ? "" : breach.column();
        for (var index = 0; index < breach.arguments().size(); index++) {
            var argument = breach.arguments().get(index);
            arguments[index + 2] =
                    NUMBER.matcher(argument).matches() ? new BigDecimal(argument) : inWords(argument, locale);
        }
        return arguments;
    }

    private static String inWords(String argument, Locale locale) {
        for (var type : SemanticType.values()) {
            if (type.code().equals(argument)) {
                return type.label(locale);
            }
        }
        return argument;
    }

    private String text(String code, Locale locale, Object... arguments) {
        return messages.getMessage(code, arguments, locale);
    }
}
