package nl.datakade.portal.delivery;

import java.util.List;
import nl.datakade.portal.api.Ingest.Delivery;

/** A step on a delivery's way, and how it stands; the words are in the messages under {@code step.<name>}. */
record Step(String name, Stand stand) {

    /** Of a step that was taken well or badly, is being taken, or is still to come. */
    enum Stand {
        DONE,
        FAILED,
        NOW,
        TO_COME
    }

    static List<Step> of(Delivery delivery) {
        if (delivery.withoutTable()) {
            // kept as it is: nothing in it was measured, and nobody can query it
            return steps(Stand.FAILED, Stand.TO_COME, Stand.TO_COME);
        }
        return switch (delivery.state()) {
            case "LANDED" -> steps(Stand.TO_COME, Stand.TO_COME, Stand.TO_COME);
            case "READING" -> steps(Stand.NOW, Stand.TO_COME, Stand.TO_COME);
            case "READ" -> steps(Stand.DONE, Stand.NOW, Stand.TO_COME);
            case "RELEASED" -> steps(Stand.DONE, Stand.DONE, Stand.DONE);
            case "HELD_BACK" -> steps(Stand.DONE, Stand.DONE, Stand.FAILED);
            case "WITHDRAWN", "REJECTED", "REMOVED" -> steps(Stand.DONE, Stand.DONE, Stand.FAILED);
            default -> steps(Stand.FAILED, Stand.TO_COME, Stand.TO_COME);
        };
    }

    private static List<Step> steps(Stand read, Stand measured, Stand released) {
        return List.of(
                new Step("landed", Stand.DONE),
                new Step("read", read),
                new Step("measured", measured),
                new Step("released", released));
    }
}
