package nl.datakade.push;

/**
 * That a file corrects what was sent before.
 *
 * @param version of the same dataset
 */
public record Correction(int version, String reason) {}
