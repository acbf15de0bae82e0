package nl.datakade.cli.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person with a browser at Keycloak's own pages; without scripts. */
final class Approver implements AutoCloseable {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new LocalCookies())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /** Opens the page, signs in, and answers whether the command line may act for this person. */
    void answer(String page, String user, String password, boolean isAllowed) throws IOException, InterruptedException {
        var login = send(HttpRequest.newBuilder(URI.create(page)).build());
        var consent = submit(login, Map.of("username", user, "password", password));
        assertThat(consent.body()).as("what is asked").contains("accept");
        submit(consent, isAllowed ? Map.of("accept", "Yes") : Map.of("cancel", "No"));
    }

    private HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> fields)
            throws IOException, InterruptedException {
        var form = FORM.matcher(page.body());
        assertThat(form.find()).as(page.body()).isTrue();
        var all = new HashMap<>(fields);
        var hidden = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
                .matcher(page.body());
        while (hidden.find()) {
            all.put(hidden.group(1), hidden.group(2));
        }
        return send(HttpRequest.newBuilder(page.uri().resolve(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(all.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.close();
    }

    /** A browser trusts this machine as it trusts https; Java's own cookies do not. */
    private static final class LocalCookies extends CookieManager {

        private static final Pattern SECURE = Pattern.compile(";\\s*Secure", Pattern.CASE_INSENSITIVE);

        @Override
        public void put(URI uri, Map<String, List<String>> headers) throws IOException {
            var trusted = new HashMap<String, List<String>>();
            headers.forEach((name, values) -> trusted.put(
                    name,
                    values.stream()
                            .map(value -> SECURE.matcher(value).replaceAll(""))
                            .toList()));
            super.put(uri, trusted);
        }
    }
}
