package nl.datakade.ingest.landing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has files looked at by a virus scanner before anybody can open them, where the city runs one. */
@Component
public class Scanner {

    private final LandingProperties properties;

    Scanner(LandingProperties properties) {
        this.properties = properties;
    }

    public boolean isOn() {
        return !properties.clamd().isBlank();
    }

    /** Looks at bytes as they pass; null where there is no scanner. */
    @Nullable
    Scan begin() {
        return isOn() ? Scan.at(properties.clamd(), properties.clamdPatience()) : null;
    }

    /** Looks at a file that stands already. */
    public void check(InputStream content) throws IOException {
        try (var scan = begin()) {
            if (scan != null) {
                content.transferTo(scan);
                scan.verify();
            }
        }
    }

    /** Passes bytes on to both. */
    static OutputStream tee(OutputStream out, @Nullable Scan scan) {
        return scan == null ? out : new org.apache.commons.io.output.TeeOutputStream(out, scan);
    }
}
