package nl.datakade.platform.event;

import nl.datakade.contracts.Event;
import nl.datakade.contracts.EventType;

final class EventTypes {

    private EventTypes() {}

    static EventType of(Class<? extends Event> event) {
        var type = event.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(event.getName() + " lacks @EventType");
        }
        return type;
    }
}
