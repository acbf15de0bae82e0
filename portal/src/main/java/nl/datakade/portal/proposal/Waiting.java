package nl.datakade.portal.proposal;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.datakade.portal.api.Access;
import nl.datakade.portal.api.Catalog;
import nl.datakade.portal.api.Listing;
import nl.datakade.portal.api.Part;
import nl.datakade.portal.visitor.Person;
import org.jspecify.annotations.Nullable;

/** What waits for a person's decision, from both services that keep proposals. */
record Waiting(Part<Listing<Catalog.Proposal>> catalog, Part<Listing<Access.Proposal>> access) {

    /** As what a person decides on a proposal of the catalogue; it has the last word on whether that may be. */
    public String as(Catalog.Proposal proposal, Person person) {
        if (!proposal.yours().isEmpty()) {
            return proposal.yours().getFirst();
        }
        return person.is("privacy") && proposal.missing().contains("PRIVACY_OFFICER")
                ? "PRIVACY_OFFICER"
                : "DATA_OWNER";
    }

    List<String> people() {
        return items(access)
                .<Access.@Nullable Somebody>flatMap(proposal -> Stream.concat(
                        Stream.of(proposal.proposedBy()),
                        proposal.decisions().stream().map(Access.Voted::by)))
                .filter(Objects::nonNull)
                .map(Access.Somebody::person)
                .toList();
    }

    List<String> datasets() {
        return Stream.concat(
                        items(catalog).map(Catalog.Proposal::dataset),
                        items(access).map(Access.Proposal::dataset))
                .toList();
    }

    public long total() {
        return total(catalog) + total(access);
    }

    private static long total(Part<? extends Listing<?>> list) {
        return list.value() == null ? 0 : list.value().total();
    }

    private static <T> Stream<T> items(Part<Listing<T>> list) {
        return list.value() == null ? Stream.empty() : list.value().items().stream();
    }
}
