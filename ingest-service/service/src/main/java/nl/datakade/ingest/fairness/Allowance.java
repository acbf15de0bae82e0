package nl.datakade.ingest.fairness;

import org.springframework.http.HttpHeaders;

/**
 * How much of something a client may still have, as the headers RateLimit and RateLimit-Policy say it
 * (draft-ietf-httpapi-ratelimit-headers).
 *
 * @param policy its name
 * @param quota in a window
 * @param windowSeconds how long that is
 * @param remaining of it now
 * @param resetSeconds until there is all of it again; after a refusal, until there is enough
 */
public record Allowance(String policy, long quota, long windowSeconds, long remaining, long resetSeconds) {

    public String policyField() {
        return "\"" + policy + "\";q=" + quota + ";w=" + windowSeconds;
    }

    public String field() {
        return "\"" + policy + "\";r=" + remaining + ";t=" + resetSeconds;
    }

    public void tell(HttpHeaders headers) {
        headers.set("RateLimit-Policy", policyField());
        headers.set("RateLimit", field());
    }
}
