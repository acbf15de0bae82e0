package nl.datakade.cli.demo;

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
import nl.datakade.client.Platform;

/** Somebody at the portal, signed in through Keycloak's own form; a browser without scripts. */
final class Visitor implements AutoCloseable {

    private static final Pattern LOGIN_FORM = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("<h1[^>]*>\\s*([^<]*?)\\s*</h1>");

    private final URI portal;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new LocalCookies())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private Visitor(URI portal) {
        this.portal = portal;
    }

    static Visitor signedIn(Platform platform, String user) throws IOException, InterruptedException {
        var visitor = new Visitor(platform.address("portal"));
        var form = LOGIN_FORM.matcher(visitor.get("/requests").body());
        if (!form.find()) {
            throw new IllegalStateException("Keycloak's form did not come");
        }
        visitor.send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + user + "&password="
                        + URLEncoder.encode(platform.passwordOfUsers(), StandardCharsets.UTF_8))));
        return visitor;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(portal.resolve(path)).header("Accept", "text/html"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.header("Accept-Language", "nl").build(), BodyHandlers.ofString());
    }

    static String heading(HttpResponse<String> page) {
        var heading = HEADING.matcher(page.body());
        return heading.find() ? heading.group(1) : "";
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
