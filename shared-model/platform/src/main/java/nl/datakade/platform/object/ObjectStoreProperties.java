package nl.datakade.platform.object;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where objects are kept.
 *
 * @param partSize of a multipart upload; S3 allows 10,000 parts, so 12 MiB reaches 117 GiB
 * @param partBuffers parts in memory at any moment, over all uploads together: what bounds the heap
 * @param cacheFolder local copies of objects that are read often, by their hash
 * @param cacheSize beyond which the copies unused for longest go
 * @param cacheUnused how long a copy stays that nobody uses
 */
@Validated
@ConfigurationProperties("datakade.s3")
record ObjectStoreProperties(
        @NotNull URI endpoint,
        @NotBlank String accessKey,
        @NotBlank String secretKey,
        @NotBlank String bucket,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("12MB") DataSize partSize,
        @DefaultValue("8") int partBuffers,
        @NotNull Path cacheFolder,
        @DefaultValue("5GB") DataSize cacheSize,
        @DefaultValue("24h") Duration cacheUnused) {}
