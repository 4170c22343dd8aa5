package io.ledgerbank.query.audit;

import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.query.ReadModelTest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class EventLogTest extends ReadModelTest {

    @Autowired
    private EventLog log;

    @Test
    void an_event_is_shown_with_all_that_is_known_of_it() {
        String conversation = UUID.randomUUID().toString();
        AccountId id = books.under(conversation).open(alice);

        LoggedEvent event =
                events(filter(id.toString(), null, null, null, null)).getFirst();

        assertThat(event.position()).isEqualTo(head());
        assertThat(event.type()).isEqualTo("AccountOpened");
        assertThat(event.streamType()).isEqualTo("Account");
        assertThat(event.streamId()).isEqualTo(id.toString());
        assertThat(event.sequence()).isZero();
        assertThat(event.hash())
                .isEqualTo(jdbc.sql("SELECT encode(hash, 'hex') FROM eventlog.event WHERE position = ?")
                        .param(event.position())
                        .query(String.class)
                        .single())
                .hasSize(64);
        assertThat(event.revision()).isEmpty();
        assertThat(event.actor()).contains("system");
        assertThat(event.correlationId()).contains(conversation);
        assertThat(event.causationId()).contains("cause");
        assertThat(event.payload().path("ownerId").asString()).isEqualTo(alice.toString());
    }

    @Test
    void an_event_of_an_older_revision_is_shown_as_it_was_stored() {
        String stream = UUID.randomUUID().toString();
        String asStored = "{\"attempt\":1,\"reason\":\"timeout\"}";
        jdbc.sql("""
                        INSERT INTO eventlog.event (event_id, stream_type, stream_id, sequence, type, revision,
                            recorded_at, payload, metadata)
                        VALUES (gen_random_uuid(), 'Payment', :stream, 0, 'AttemptForgotten', '1', now(), :payload, '{}')""").param("stream", stream).param("payload", asStored).update();

        LoggedEvent event = events(filter(stream, null, null, null, null)).getFirst();

        assertThat(event.revision()).contains("1");
        assertThat(event.payload().toString()).isEqualTo(asStored);
    }

    @Test
    void events_are_filtered_by_stream_type_conversation_and_time() {
        String conversation = UUID.randomUUID().toString();
        AccountId id = books.open(alice);
        books.deposit(id, pounds("1"));
        books.under(conversation).deposit(id, pounds("2"));
        List<LoggedEvent> stream = events(filter(id.toString(), null, null, null, null));
        Instant opened = stream.getLast().recordedAt();

        assertThat(stream)
                .extracting(LoggedEvent::type)
                .containsExactly("AccountCredited", "AccountCredited", "AccountOpened");
        assertThat(events(filter(id.toString(), "AccountOpened", null, null, null)))
                .hasSize(1);
        assertThat(events(filter(id.toString(), "Opened", null, null, null))).isEmpty();
        assertThat(events(filter(null, null, null, null, conversation)))
                .extracting(LoggedEvent::type)
                .containsExactly("PaymentCompleted", "AccountCredited", "PaymentCreated");
        assertThat(events(filter(id.toString(), null, opened, null, null))).hasSize(3);
        assertThat(events(filter(id.toString(), null, null, opened, null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "\u0000", "é"})
    void a_text_that_can_be_no_id_is_refused(String text) {
        assertThatThrownBy(() -> filter(text, null, null, null, null))
                .hasMessage("invalid_parameter: streamId has 1 to 255 visible ASCII characters");
        assertThatThrownBy(() -> filter(null, text, null, null, null)).hasMessageContaining("type has");
        assertThatThrownBy(() -> filter(null, null, null, null, text)).hasMessageContaining("correlationId has");
    }

    private List<LoggedEvent> events(EventFilter filter) {
        return log.events(filter, first(100), STAFF).items();
    }

    private static EventFilter filter(String streamId, String type, Instant from, Instant to, String correlationId) {
        return new EventFilter(
                Optional.ofNullable(streamId),
                Optional.ofNullable(type),
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                Optional.ofNullable(correlationId));
    }
}
