package nl.datakade.table.sheet;

/** What a person should know of a cell beside its value. */
public enum Note {
    NONE,
    /** Digits in front or between are part of it, so it is no quantity. */
    CODE,
    /** A length of time, which may be longer than a day. */
    DURATION,
    /** The sheet shows the time of day only of something longer than a day. */
    DAY_NOT_SHOWN,
    /** A formula whose value the program that wrote the file did not store. */
    NOT_COMPUTED
}
