package nl.datakade.source.network;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The hosts and ports that the operator allows; everything else is refused. */
@Component
public class AllowedHosts {

    private static final Map<String, Integer> USUAL_PORTS = Map.of("http", 80, "https", 443, "sftp", 22);
    private static final Pattern RULE =
            Pattern.compile("(\\*\\.)?([^*:\\[\\]/@\\s]+|\\[[0-9a-f:.]+])(?::(\\d{1,5}|\\*))?");

    private final List<Rule> rules;

    private record Rule(
            boolean below, String host, @Nullable String port) {

        static Rule of(String text) {
            var rule = RULE.matcher(text.strip().toLowerCase(Locale.ROOT));
            if (!rule.matches()) {
                throw new IllegalStateException("datakade.source.allowed-hosts: \"" + text
                        + "\" is no host such as data.example.nl, *.example.nl or data.example.nl:8443");
            }
            var port = rule.group(3);
            return new Rule(rule.group(1) != null, plain(rule.group(2)), port);
        }

        boolean allows(String name, int asked, int usual) {
            var isMeant = below ? name.endsWith("." + host) : name.equals(host);
            return isMeant
                    && (port == null ? asked == usual : port.equals("*") || port.equals(Integer.toString(asked)));
        }

        @Override
        public String toString() {
            return (below ? "*." : "") + host + (port == null ? "" : ":" + port);
        }
    }

    AllowedHosts(NetworkProperties properties) {
        this.rules = properties.allowedHosts().stream()
                .filter(text -> !text.isBlank())
                .map(Rule::of)
                .toList();
    }

    /**
     * Whether a host may be connected to.
     *
     * @param port -1 for the usual one of the scheme
     */
    public boolean allows(String scheme, String host, int port) {
        var usual = USUAL_PORTS.get(scheme.toLowerCase(Locale.ROOT));
        return usual != null
                && rules.stream().anyMatch(rule -> rule.allows(plain(host), port < 0 ? usual : port, usual));
    }

    /** For people; empty when none is allowed. */
    public String inWords() {
        return String.join(", ", rules.stream().map(Rule::toString).toList());
    }

    private static String plain(String host) {
        return host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "").replaceAll("[\\[\\]]", "");
    }
}
