package nl.datakade.ingest.receipt;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * With what receipts are signed.
 *
 * @param keys a JSON Web Key Set of EC P-256 keys: the first signs, the others verify what they signed before
 * @param keysFile where a set is made at the first start when none is given; that suits one machine only
 */
@ConfigurationProperties("datakade.receipt")
record ReceiptProperties(@DefaultValue("") String keys, Path keysFile) {}
