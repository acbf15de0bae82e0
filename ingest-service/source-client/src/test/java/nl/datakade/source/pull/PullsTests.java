package nl.datakade.source.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;

class PullsTests {

    @Test
    void aCertificateThatIsNotTrustedWaitsForSomebody() {
        var expired = new SSLHandshakeException("(certificate_expired)");
        expired.initCause(new CertificateExpiredException());

        assertLasting(expired, "certificate-not-trusted");
        assertLasting(new IOException(expired), "certificate-not-trusted");
        assertLasting(new SSLPeerUnverifiedException("another name"), "certificate-not-trusted");
    }

    @Test
    void aSafeConnectionThatBreaksIsABrokenLine() {
        assertPassing(new SSLException("Connection reset"), "line-broke");
        assertPassing(new SSLException("closed", new EOFException("SSL peer shut down incorrectly")), "line-broke");
        assertPassing(new SSLException("Read timed out", new SocketTimeoutException()), "took-too-long");
        assertPassing(new UnknownHostException(), "host-unknown");
    }

    private static void assertLasting(IOException line, String reason) {
        var failure = Pulls.failure(line);
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.isPassing()).isFalse();
    }

    private static void assertPassing(IOException line, String reason) {
        var failure = Pulls.failure(line);
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.isPassing()).isTrue();
    }
}
