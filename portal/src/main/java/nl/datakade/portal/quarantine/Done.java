package nl.datakade.portal.quarantine;

/**
 * What was done, shown on the next page.
 *
 * @param what the words are in the messages under {@code quarantine.done.<what>}
 */
public record Done(String what, String title, String version) {}
