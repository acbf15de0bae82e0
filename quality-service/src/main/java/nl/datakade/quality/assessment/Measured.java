package nl.datakade.quality.assessment;

import nl.datakade.quality.profile.Profile;

/**
 * What was measured before the transaction that concludes.
 *
 * @param content of which objects, by hash; the version may have been read again since
 */
record Measured(String content, Profile profile) {}
