package nl.datakade.access.relation;

/** Either there is a whole answer, or there is a reason why not. */
public sealed interface QueryStart permits Answer, QueryStart.Failed {

    record Failed(QueryFailure failure) implements QueryStart {}
}
