package nl.datakade.quality.semantic;

/** What a kind of value has to do with people (AVG art. 4, 9 and 10). */
public enum Bearing {
    /** Nothing: a code of an area, a moment, an organisation. */
    NOBODY,
    /** Only beside something that points at a person: the house number of a monument is nobody's, that of a reporter is. */
    IN_CONTEXT,
    /** By itself. */
    PERSON,
    /** A special category (art. 9), when its row is about a person. */
    SPECIAL,
    /** Criminal convictions and offences (art. 10), when its row is about a person. */
    CRIMINAL
}
