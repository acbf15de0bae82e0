package nl.datakade.contracts;

import java.util.UUID;

/**
 * Something one service announces to the others, carried as a CloudEvent whose {@code type} and topic are those of
 * {@link EventType}. Never holds personal data from a dataset's content; people appear as Keycloak subjects only.
 */
public interface Event {

    /** What the topic is compacted on: the key of the state, or the dataset for a fact. */
    String key();

    /** Events of one stream stay in order: they go to one partition. */
    UUID stream();
}
