package io.ledgerbank.app.dashboard.frame;

import io.ledgerbank.app.dashboard.access.Operator;
import java.util.List;
import java.util.Optional;

/**
 * What surrounds every page.
 *
 * @param path of the request, by which the menu knows where one is
 * @param position up to where in the log the page knows what happened: its live stream begins there
 */
record Frame(Optional<Operator> operator, Theme theme, String path, Optional<Long> position, Assets assets) {

    /** A page in the menu. */
    public record Place(String name, String path) {}

    /** Pages of one kind. */
    public record Group(String name, List<Place> places) {}

    private static final List<Group> MENU = List.of(
            new Group(
                    "Payments",
                    List.of(
                            new Place("Overview", "/dashboard"),
                            new Place("Payments", "/dashboard/sagas"),
                            new Place("Money at risk", "/dashboard/risk"),
                            new Place("Batches", "/dashboard/batches"))),
            new Group(
                    "People",
                    List.of(
                            new Place("Approvals", "/dashboard/approvals"),
                            new Place("Dead letters", "/dashboard/letters"),
                            new Place("Reconciliation", "/dashboard/breaks"))),
            new Group(
                    "Machinery",
                    List.of(
                            new Place("Banks", "/dashboard/banks"),
                            new Place("Queues", "/dashboard/queues"),
                            new Place("Projections", "/dashboard/projections"))),
            new Group(
                    "Audit",
                    List.of(
                            new Place("Events", "/dashboard/audit"),
                            new Place("Verification", "/dashboard/verification"),
                            new Place("Trial balance", "/dashboard/books"))));

    /** Where the page hears what happens from now on; empty for a page that does not listen. */
    public String stream() {
        return position.map(last -> "/dashboard/stream?after=" + last).orElse("");
    }

    public List<Group> menu() {
        return MENU;
    }

    public boolean isHere(Place place) {
        return place.path().equals("/dashboard") ? path.equals("/dashboard") : path.startsWith(place.path());
    }

    public boolean isKnown() {
        return operator.isPresent();
    }

    public String name() {
        return operator.map(Operator::name).orElse("");
    }

    public String role() {
        return operator.map(known -> known.isAdmin() ? "Administrator" : "Support")
                .orElse("");
    }

    public boolean isAdmin() {
        return operator.filter(Operator::isAdmin).isPresent();
    }
}
