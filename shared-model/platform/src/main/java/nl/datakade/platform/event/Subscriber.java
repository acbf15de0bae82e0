package nl.datakade.platform.event;

import nl.datakade.contracts.Event;

/**
 * A bean that takes in one type of event. It is called once for each event, in a transaction of its own that also
 * remembers the event; what it throws rolls back and is tried again, then put aside in the dead-letter topic.
 *
 * @param <E> a record of the contracts, found by reflection on the implementing class
 */
public interface Subscriber<E extends Event> {

    void on(E event);
}
