package nl.datakade.portal.request;

import java.util.List;
import nl.datakade.portal.api.Access.Request;
import nl.datakade.portal.api.Listing;
import nl.datakade.portal.api.Part;
import nl.datakade.portal.visitor.Person;

/** The requests that a person sees, told apart: those that wait for this person, and the person's own. */
record Desk(List<Request> waiting, List<Request> own, List<Request> others) {

    static Desk of(Part<Listing<Request>> requests, Person person) {
        List<Request> all =
                requests.value() == null ? List.of() : requests.value().items();
        var own = all.stream()
                .filter(it -> person.subject().equals(it.requester()))
                .toList();
        var waiting = all.stream()
                .filter(it -> !own.contains(it) && it.open() && person.decides())
                .toList();
        var others = all.stream()
                .filter(it -> !own.contains(it) && !waiting.contains(it))
                .toList();
        return new Desk(waiting, own, others);
    }
}
