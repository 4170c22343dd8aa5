package io.ledgerbank.command.eventtype;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.command.eventlog.LogStorageEngine;
import io.ledgerbank.command.eventlog.RawLog;
import io.ledgerbank.testing.TestPostgres;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusingUnknownEventsTest {

    private final RawLog log = new RawLog(TestPostgres.freshDatabase("eventlog").dataSource());
    private final LogStorageEngine engine = log.engine();

    @Test
    void an_event_of_an_unknown_type_is_named_with_its_place() {
        log.append("User", "first", "UserRegistered", Optional.of("1"), "{}");
        log.append("Account", "A", "AccountAbducted", Optional.of("1"), "{}");

        String refusal = "The event at position 2, sequence 0 of Account A, is AccountAbducted of revision 1,"
                + " which cannot be read: its type is not registered";
        assertThatThrownBy(() -> engine.readEvents("A").asStream().toList())
                .isInstanceOf(UnreadableEventException.class)
                .hasMessage(refusal);
        assertThatThrownBy(
                        () -> engine.readEvents(engine.createTailToken(), false).toList())
                .isInstanceOf(UnreadableEventException.class)
                .hasMessage(refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "999, revisions 1 to 1 can be read",
        "0, its revision is no number",
        "-1, its revision is no number",
        "1.0, its revision is no number",
        "99999999999, its revision is no number",
        "one, its revision is no number"
    })
    void an_event_of_an_unknown_revision_is_named_with_its_place(String revision, String why) {
        log.append("Payment", "P", "PaymentCompleted", Optional.of(revision), "{}");

        assertThatThrownBy(() -> engine.readEvents("P").asStream().toList())
                .isInstanceOf(UnreadableEventException.class)
                .hasMessage(
                        "The event at position 1, sequence 0 of Payment P, is PaymentCompleted of revision %s,"
                                + " which cannot be read: %s",
                        revision, why);
    }
}
