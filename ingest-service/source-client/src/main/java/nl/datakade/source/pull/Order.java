package nl.datakade.source.pull;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be got.
 *
 * @param mark what an earlier pull gave, to tell whether there is anything new; empty to get it all the same
 */
public record Order(Origin origin, @Nullable Credentials credentials, Map<String, String> mark) {}
