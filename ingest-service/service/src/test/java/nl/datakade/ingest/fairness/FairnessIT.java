package nl.datakade.ingest.fairness;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nl.datakade.ingest.IngestIT;
import org.junit.jupiter.api.Test;

class FairnessIT extends IngestIT {

    private static final String FILE = "a;b\n" + "1;2\n".repeat(500);

    @Test
    void aDepartmentThatHandedOverEnoughForTodayWaitsUntilTomorrow() {
        var answer = department("zorg-en-welzijn").push(newName(), FILE, "Content-Type", "text/csv");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.problem()).isEqualTo("quota-per-day");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 86_400);
        assertThat(answer.header("RateLimit")).startsWith("\"department-day\";r=0;t=");
    }

    @Test
    void aDepartmentWithoutRoomIsToldSo() {
        var answer = department("bestuur-en-organisatie").push(newName(), FILE, "Content-Type", "text/csv");
        assertThat(answer.status()).isEqualTo(507);
        assertThat(answer.problem()).isEqualTo("quota-stored");
    }

    @Test
    void whoSendsAByteNowAndThenGivesItsPlaceBack() throws IOException {
        var address = URI.create(base());
        var before = kept();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var out = socket.getOutputStream();
            out.write(("POST /ingest/v1/datasets/" + newName() + "/deliveries HTTP/1.1\r\nHost: localhost\r\n"
                            + "Authorization: Bearer " + department("groen").token()
                            + "\r\nContent-Type: text/csv\r\nContent-Length: 1000000\r\n\r\n")
                    .getBytes(US_ASCII));
            out.flush();
            var in = socket.getInputStream();
            for (int sent = 0; in.available() == 0 && sent < 600; sent++) {
                out.write('1');
                out.flush();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
            var answer = new String(in.readNBytes(Math.min(in.available(), 4_000)), US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 408").contains("body-too-slow");
        }
        assertThat(kept()).as("nothing of it").isEqualTo(before);
    }
}
