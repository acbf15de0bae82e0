package nl.datakade.portal.request;

import java.util.List;
import java.util.stream.Stream;
import nl.datakade.portal.api.Access.Approval;
import nl.datakade.portal.api.Access.Grant;
import nl.datakade.portal.api.Access.Request;
import nl.datakade.portal.api.Listing;
import nl.datakade.portal.api.Part;
import org.jspecify.annotations.Nullable;

/**
 * What lies on a person's desk: requests that wait for this person, the person's own, those of others, and what the person
 * may use. Each list has pages of its own, so that nothing falls off the desk when there is much.
 */
record Desk(
        Part<Listing<Request>> waiting,
        Part<Listing<Request>> own,
        Part<Listing<Request>> others,
        Part<Listing<Grant>> grants) {

    /** What this page shows of the person's own grants. */
    public List<Grant> granted() {
        return items(grants).toList();
    }

    /** Those whose names are wanted. */
    List<@Nullable String> people() {
        return requests()
                .<@Nullable String>flatMap(it -> Stream.concat(
                        Stream.of(it.requester()), it.approvals().stream().map(Approval::approver)))
                .toList();
    }

    /** Those whose titles are wanted. */
    List<String> datasets() {
        return Stream.concat(requests().map(Request::dataset), items(grants).map(Grant::dataset))
                .toList();
    }

    /** Where the forms on this page are sent. */
    public List<String> waitingPlaces() {
        return items(waiting)
                .flatMap(it -> Stream.of("/requests/" + it.id() + "/approval", "/requests/" + it.id() + "/refusal"))
                .toList();
    }

    private Stream<Request> requests() {
        return Stream.of(waiting, own, others).flatMap(Desk::items);
    }

    private static <T> Stream<T> items(Part<Listing<T>> list) {
        return list.value() == null ? Stream.empty() : list.value().items().stream();
    }
}
