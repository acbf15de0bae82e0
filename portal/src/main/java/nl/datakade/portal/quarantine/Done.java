package nl.datakade.portal.quarantine;

/**
 * What was done, to tell on the next page.
 *
 * @param what the words are in the messages under {@code quarantine.done.<what>}
 */
public record Done(String what, String title, String version) {}
