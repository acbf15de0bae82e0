package nl.datakade.source.pull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a source's data stands, without secrets.
 *
 * @param bucket of S3
 * @param region of S3
 * @param key of S3: one object, instead of the newest
 * @param prefix of S3
 * @param layer of WFS: the feature type's name
 * @param resource of CKAN: the resource's id
 * @param hostKey of SFTP: the server's public key as in known_hosts, without the host
 * @param pageSize records a page, of what is paged
 * @param mediaType instead of what the other side says
 * @param fileName likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Origin(
        Kind kind,
        URI address,
        @Nullable String bucket,
        @Nullable String region,
        @Nullable String key,
        @Nullable String prefix,
        @Nullable String layer,
        @Nullable String resource,
        @Nullable String hostKey,
        @Nullable Integer pageSize,
        @Nullable String mediaType,
        @Nullable String fileName) {

    private static final int PAGE = 1_000;

    int recordsAPage() {
        return pageSize == null ? PAGE : pageSize;
    }

    /** Whether credentials for the other one may go to this one. */
    @JsonIgnore
    public boolean isSameHost(Origin other) {
        return kind == other.kind
                && String.valueOf(address.getScheme()).equalsIgnoreCase(other.address.getScheme())
                && String.valueOf(address.getHost()).equalsIgnoreCase(other.address.getHost())
                && address.getPort() == other.address.getPort()
                && java.util.Objects.equals(hostKey, other.hostKey);
    }

    String orMediaType(@Nullable String offered) {
        if (mediaType != null) {
            return mediaType;
        }
        return offered == null ? "application/octet-stream" : offered;
    }

    @Nullable
    String orFileName(@Nullable String offered) {
        return fileName != null ? fileName : offered;
    }
}
