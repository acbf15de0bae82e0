package nl.datakade.contracts;

/** An event that carries the full present state of its {@link #key()}; a consumer keeps it if the revision is newer. */
public interface State extends Event {

    /** Rises by at least one with every change of the same key. */
    long revision();
}
