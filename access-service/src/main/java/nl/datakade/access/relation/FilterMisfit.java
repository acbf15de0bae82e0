package nl.datakade.access.relation;

import java.io.IOException;

/** A policy's filter means nothing for the columns as they are, such as a comparison of words with a number. */
final class FilterMisfit extends IOException {

    private static final long serialVersionUID = 1L;
}
