package nl.datakade.access.relation;

/** Either rows are coming, or the engine refused the statement. */
public sealed interface QueryStart permits Answer, QueryStart.Failed {

    record Failed(QueryFailure failure) implements QueryStart {}
}
