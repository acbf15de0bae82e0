package nl.datakade.ingest.source.credential;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * With what credentials are encrypted.
 *
 * @param keys 32 random bytes each, in base64: the first encrypts, the others still decrypt
 * @param keysFile where a key is made at the first start when none is given; that suits one machine only
 */
@ConfigurationProperties("datakade.source")
record CredentialProperties(@DefaultValue List<String> keys, Path keysFile) {

    @Override
    public String toString() {
        return "CredentialProperties[keysFile=" + keysFile + "]";
    }
}
