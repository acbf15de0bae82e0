package nl.datakade.ingest.landing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import nl.datakade.ingest.outage.Clamd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScanTests {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int LONGEST = 1 << 20;

    private final Clamd clamd = new Clamd(LONGEST);

    @AfterEach
    void stop() throws IOException {
        clamd.close();
    }

    @Test
    void aSoundFileIsLetThrough() {
        assertThatCode(() -> scan("a;b\n1;2\n".getBytes(StandardCharsets.UTF_8)))
                .doesNotThrowAnyException();
    }

    @Test
    void malwareIsNamed() {
        assertThatThrownBy(() -> scan(Clamd.EICAR.getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(LandingProblem.Malware.class);
    }

    @Test
    void whatIsTooLargeToBeSeenIsNotLetThrough() {
        assertThatThrownBy(() -> scan(new byte[4 * LONGEST])).isInstanceOf(LandingProblem.TooLargeToScan.class);
    }

    @Test
    void aScannerThatIsAwayLetsNothingThrough() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThatThrownBy(() -> Scan.at("localhost:" + free, PATIENCE)).isInstanceOf(ScannerAway.class);
    }

    @Test
    void aScannerThatSaysNothingLetsNothingThrough() throws IOException {
        try (var mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var scan = Scan.at("localhost:" + mute.getLocalPort(), Duration.ofMillis(200))) {
            scan.write('a');
            assertThatThrownBy(scan::verify).isInstanceOf(ScannerAway.class);
        }
    }

    private void scan(byte[] content) {
        try (var scan = Scan.at(clamd.address(), PATIENCE)) {
            for (int from = 0; from < content.length; from += 64 * 1024) {
                scan.write(content, from, Math.min(64 * 1024, content.length - from));
            }
            scan.verify();
        }
    }
}
