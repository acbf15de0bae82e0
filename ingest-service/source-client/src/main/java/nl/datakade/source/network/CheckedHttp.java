package nl.datakade.source.network;

import java.io.IOException;
import java.util.List;
import javax.net.SocketFactory;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.springframework.stereotype.Component;

/** HTTP to allowed hosts only. Redirects are followed here, one by one, each checked like the first address. */
@Component
public class CheckedHttp {

    private static final int MOST_REDIRECTS = 5;

    private final AllowedHosts hosts;
    private final OutboundProxy proxy;
    private final OkHttpClient client;

    CheckedHttp(
            AllowedHosts hosts,
            CheckedAddresses addresses,
            CheckedSockets sockets,
            OutboundProxy proxy,
            NetworkProperties properties) {
        this.hosts = hosts;
        this.proxy = proxy;
        this.client = new OkHttpClient.Builder()
                .proxy(proxy.proxy())
                .protocols(List.of(Protocol.HTTP_1_1))
                .dns(proxy.isUsed() ? proxy.names() : addresses)
                .socketFactory(proxy.isUsed() ? SocketFactory.getDefault() : sockets)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(properties.connectTimeout())
                .readTimeout(properties.readTimeout())
                .writeTimeout(properties.readTimeout())
                .callTimeout(properties.longest())
                .addInterceptor(this::guarded)
                .build();
    }

    /** For libraries that speak HTTP themselves: every request of theirs is checked too, and none is redirected. */
    public OkHttpClient client() {
        return client;
    }

    /**
     * Gets a resource; the caller closes.
     *
     * @param headers for every hop
     * @param secret only for the origin of this address, whatever it redirects to
     */
    public Response get(HttpUrl address, Headers headers, Headers secret) throws IOException {
        var at = address;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            var answer = client.newCall(request(at, headers, isSameOrigin(address, at) ? secret : Headers.EMPTY))
                    .execute();
            if (!answer.isRedirect()) {
                return answer;
            }
            try (answer) {
                at = next(at, answer);
            }
        }
        throw new RedirectRefused("more than " + MOST_REDIRECTS + " redirects");
    }

    private Response guarded(Interceptor.Chain chain) throws IOException {
        var url = chain.request().url();
        if (!hosts.allows(url.scheme(), url.host(), url.port())) {
            throw new HostRefused();
        }
        if (proxy.isUsed()) {
            proxy.requireOutside(url);
        }
        return chain.proceed(chain.request());
    }

    private static Request request(HttpUrl url, Headers headers, Headers secret) {
        var request = new Request.Builder().url(url).headers(headers);
        secret.forEach(header -> request.header(header.getFirst(), header.getSecond()));
        return request.build();
    }

    private static HttpUrl next(HttpUrl at, Response redirect) throws RedirectRefused {
        var location = redirect.header("Location");
        var next = location == null ? null : at.resolve(location);
        if (next == null) {
            throw new RedirectRefused("a redirect to nowhere");
        }
        if (at.isHttps() && !next.isHttps()) {
            throw new RedirectRefused("a redirect away from encryption");
        }
        return next;
    }

    public static boolean isSameOrigin(HttpUrl one, HttpUrl other) {
        return one.scheme().equals(other.scheme()) && one.host().equals(other.host()) && one.port() == other.port();
    }
}
