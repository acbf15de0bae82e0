package nl.datakade.portal.request;

import java.util.List;
import java.util.stream.Stream;
import nl.datakade.portal.api.Access.Grant;
import nl.datakade.portal.api.Access.Request;
import nl.datakade.portal.api.Listing;
import nl.datakade.portal.api.Part;
import nl.datakade.portal.visitor.Person;

/**
 * What lies on a person's desk: requests that wait for this person, the person's own, those of others, and what the person
 * may use.
 */
record Desk(List<Request> waiting, List<Request> own, List<Request> others, List<Grant> grants) {

    static Desk of(Part<Listing<Request>> requests, Part<Listing<Grant>> grants, Person person) {
        var own = items(requests).stream()
                .filter(it -> it.requester().equals(person.subject()))
                .toList();
        var waiting = items(requests).stream()
                .filter(it -> !own.contains(it) && waitsFor(it, person))
                .toList();
        var others = items(requests).stream()
                .filter(it -> !own.contains(it) && !waiting.contains(it))
                .toList();
        var granted = items(grants).stream()
                .filter(it -> it.grantee().equals(person.subject()))
                .toList();
        return new Desk(waiting, own, others, granted);
    }

    /** Those whose names are wanted. */
    List<String> people() {
        return Stream.concat(waiting.stream(), others.stream())
                .map(Request::requester)
                .distinct()
                .toList();
    }

    /** Others' requests reach a grantor only for datasets that this very person grants access to. */
    private static boolean waitsFor(Request request, Person person) {
        return (request.waitingFor().contains("GRANTOR") && person.is("grantor"))
                || (request.waitingFor().contains("PRIVACY") && person.is("privacy"));
    }

    private static <T> List<T> items(Part<Listing<T>> list) {
        return list.value() == null ? List.of() : list.value().items();
    }
}
