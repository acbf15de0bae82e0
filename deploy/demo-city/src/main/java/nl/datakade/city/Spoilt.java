package nl.datakade.city;

/** A cell that is wrong on purpose. */
record Spoilt(String text, Fault fault) {}
