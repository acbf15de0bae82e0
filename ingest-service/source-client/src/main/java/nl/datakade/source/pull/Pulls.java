package nl.datakade.source.pull;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLPeerUnverifiedException;
import nl.datakade.source.network.AddressRefused;
import nl.datakade.source.network.HostRefused;
import nl.datakade.source.network.RedirectRefused;
import org.springframework.stereotype.Component;

/** Gets data of any kind. */
@Component
public class Pulls {

    private final Map<Kind, Pull> kinds = new EnumMap<>(Kind.class);

    Pulls(List<Pull> all) {
        all.forEach(pull -> kinds.put(pull.kind(), pull));
    }

    public Pulled from(Order order) {
        try {
            return java.util.Objects.requireNonNull(kinds.get(order.origin().kind()))
                    .from(order);
        } catch (IOException line) {
            throw failure(line);
        }
    }

    /** What a break of the line means; what was refused on purpose is found among its causes. */
    public static PullFailure failure(IOException line) {
        for (Throwable cause = line; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case HostRefused _ -> {
                    return PullFailure.lasting("host-not-allowed");
                }
                case AddressRefused _ -> {
                    return PullFailure.lasting("address-not-allowed");
                }
                case RedirectRefused _ -> {
                    return PullFailure.lasting("redirect-refused");
                }
                case UnknownHostException _ -> {
                    return PullFailure.passing("host-unknown");
                }
                case SSLPeerUnverifiedException _, CertificateException _ -> {
                    return PullFailure.lasting("certificate-not-trusted");
                }
                case InterruptedIOException _ -> {
                    return PullFailure.passing("took-too-long");
                }
                default -> {}
            }
        }
        return PullFailure.passing("line-broke");
    }
}
