package nl.datakade.access.statement;

import java.util.List;

/** What the check of a statement found. */
public sealed interface Reading {

    /** One SELECT of known forms and functions; whether its tables may be read is for others to decide. */
    record Acceptable(List<TableReference> tables, ColumnUse columns) implements Reading {}

    record Refused(Refusal refusal) implements Reading {}
}
