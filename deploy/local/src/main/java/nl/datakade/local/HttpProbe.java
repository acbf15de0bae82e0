package nl.datakade.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.OptionalInt;

/** Whether something answers over HTTP, and with which status. */
public final class HttpProbe {

    private static final int TIMEOUT = 2000;

    private HttpProbe() {}

    public static OptionalInt status(String url) {
        try {
            var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT);
            connection.setReadTimeout(TIMEOUT);
            connection.setInstanceFollowRedirects(false);
            try {
                return OptionalInt.of(connection.getResponseCode());
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    public static boolean isOk(String url) {
        return status(url).orElse(0) == HttpURLConnection.HTTP_OK;
    }
}
