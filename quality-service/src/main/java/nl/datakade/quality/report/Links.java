package nl.datakade.quality.report;

import java.util.Map;

/** Where to go from a version's score. */
public final class Links {
    private Links() {}

    public static Map<String, String> of(String dataset, int version) {
        var here = "/quality/v1/datasets/" + dataset + "/versions/" + version;
        return Map.of(
                "self", here + "/score",
                "profile", here + "/profile",
                "release", here + "/release",
                "dataset", "/catalog/v1/datasets/" + dataset,
                "version", "/ingest/v1/datasets/" + dataset + "/versions/" + version);
    }
}
