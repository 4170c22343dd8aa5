package io.ledgerbank.saga.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.saga.work.DeadLetter.Kind;
import io.ledgerbank.saga.work.DeadLetter.State;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

class ParkingEventsTest extends QueueTest {

    private static final String FOLLOWER = "follower";

    private final JdbcClient jdbc = JdbcClient.create(dataSource);
    private final EventStore log = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final Followers followers = new Followers(dataSource, meters, Clock.systemUTC());
    private final Set<String> poisonous = ConcurrentHashMap.newKeySet();
    private final CarefulHandler handler = followers.careful(FOLLOWER, new Noting());
    private final EventLetters events = new EventLetters(jdbc, transaction, log, followers, Clock.systemUTC());

    @Test
    void a_poisonous_event_holds_up_the_rest_of_its_stream_and_nothing_else() {
        poisonous.add("a0");
        List<DomainEventMessage<?>> batch = happened("a0", "b0", "a1", "b1");

        followUntilCommitted(batch);

        assertThat(noted()).containsExactly("b0", "b1");
        assertThat(deadLetters())
                .extracting(DeadLetter::kind, DeadLetter::source, DeadLetter::subject, DeadLetter::sequence)
                .containsExactlyInAnyOrder(tuple(Kind.EVENT, FOLLOWER, "a", 0L), tuple(Kind.EVENT, FOLLOWER, "a", 1L));
        assertThat(letter(0).failure()).isEqualTo("DuplicateKeyException < PSQLException");
        assertThat(letter(0).reason()).isEqualTo(Reason.DATABASE_ERROR);
        assertThat(letter(0).attempts()).isEqualTo(2);
        assertThat(letter(0).correlationId()).isEqualTo("conversation of a0");
        assertThat(letter(1).failure()).isEmpty();
        assertThat(letter(1).attempts()).isZero();
    }

    @Test
    void what_comes_later_in_its_stream_is_parked_behind_it() {
        parked("a0");

        followUntilCommitted(happened("a1", "b0"));

        assertThat(noted()).containsExactly("b0");
        assertThat(deadLetters()).hasSize(2);
    }

    @Test
    void while_the_database_is_away_nothing_is_parked() {
        List<DomainEventMessage<?>> batch = happened("x0");
        CarefulHandler away = followers.careful("away", new Failing());

        IntStream.range(0, 5).forEach(again -> assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> follow(away, batch)));
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void retried_events_are_handled_in_their_order_and_their_stream_goes_on() {
        parked("a0");
        followUntilCommitted(happened("a1", "a2"));
        poisonous.clear();

        events.retry(letter(2), "anna");
        followUntilCommitted(happened("a3"));

        assertThat(noted()).containsExactly("a0", "a1", "a2", "a3");
        assertThat(deadLetters()).isEmpty();
        assertThat(jdbc.sql("SELECT DISTINCT decided_by FROM saga.dead_letter WHERE state = 'RETRIED'")
                        .query(String.class)
                        .list())
                .containsExactly("anna");
    }

    @Test
    void one_that_fails_again_stays_parked_with_all_behind_it() {
        parked("a0");
        followUntilCommitted(happened("a1"));

        events.retry(letter(0), "anna");

        assertThat(noted()).isEmpty();
        assertThat(letter(0).attempts()).isEqualTo(3);
        assertThat(letter(1).state()).isEqualTo(State.PARKED);
    }

    @Test
    void those_before_the_one_that_fails_again_are_done() {
        parked("a0");
        followUntilCommitted(happened("a1", "a2"));
        poisonous.clear();
        poisonous.add("a1");

        events.retry(letter(0), "anna");

        assertThat(noted()).containsExactly("a0");
        assertThat(deadLetters()).extracting(DeadLetter::sequence).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void once_a_dismissed_event_was_the_only_one_its_stream_goes_on_without_it() {
        parked("a0");
        DeadLetter dismissed = letter(0);

        events.dismiss(dismissed, () -> letters.dismiss(dismissed.id(), "anna", "Settled by hand", now));
        followUntilCommitted(happened("a1"));

        assertThat(noted()).containsExactly("a1");
        assertThatExceptionOfType(RejectedException.class).isThrownBy(() -> events.retry(dismissed, "bert"));
    }

    @Test
    void an_event_that_cannot_even_be_looked_at_is_parked() {
        CarefulHandler blind = followers.careful("blind", new Failing() {
            @Override
            public boolean canHandle(EventMessage<?> message) {
                throw new IllegalStateException("No such class");
            }
        });
        List<DomainEventMessage<?>> batch = happened("u0");

        assertThat(blind.canHandle(batch.getFirst())).isTrue();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> follow(blind, batch));
        follow(blind, batch);

        assertThat(deadLetters()).extracting(DeadLetter::source).containsExactly("blind");
    }

    private void parked(String event) {
        poisonous.add(event);
        followUntilCommitted(happened(event));
        assertThat(deadLetters()).hasSize(1);
    }

    private DeadLetter letter(long sequence) {
        return deadLetters().stream()
                .filter(letter -> letter.sequence() == sequence)
                .findFirst()
                .orElseThrow();
    }

    private List<DomainEventMessage<?>> happened(String... events) {
        List<DomainEventMessage<?>> messages = Arrays.stream(events)
                .<DomainEventMessage<?>>map(event -> new GenericDomainEventMessage<>(
                        "Letters",
                        event.substring(0, 1),
                        Long.parseLong(event.substring(1)),
                        event,
                        Map.of(MetadataKeys.CORRELATION_ID, "conversation of " + event)))
                .toList();
        log.publish(messages);
        return messages;
    }

    /** As a processor does: a batch that fails is rolled back and comes again. */
    private void followUntilCommitted(List<DomainEventMessage<?>> batch) {
        await(() -> {
            try {
                follow(handler, batch);
                return true;
            } catch (RuntimeException failed) {
                return false;
            }
        });
    }

    private void follow(CarefulHandler careful, List<DomainEventMessage<?>> batch) {
        transaction.executeWithoutResult(status -> {
            for (DomainEventMessage<?> event : batch) {
                try {
                    careful.handle(event);
                } catch (RuntimeException failure) {
                    throw failure;
                } catch (Exception failure) {
                    throw new IllegalStateException(failure);
                }
            }
        });
    }

    private List<String> noted() {
        return jdbc.sql("SELECT processor_name FROM saga.token_entry ORDER BY written_at")
                .query(String.class)
                .list();
    }

    /** Writes what it has seen in the caller's transaction, and breaks that on what is poisonous. */
    private final class Noting implements EventMessageHandler {

        @Override
        public Object handle(EventMessage<?> message) {
            String event = (String) message.getPayload();
            note(event);
            if (poisonous.contains(event)) {
                note(event);
            }
            return event;
        }

        private void note(String event) {
            jdbc.sql("INSERT INTO saga.token_entry (processor_name, segment, written_at) VALUES (?, 0, ?)")
                    .params(event, event)
                    .update();
        }
    }

    /** As if there were no database. */
    private static class Failing implements EventMessageHandler {

        @Override
        public Object handle(EventMessage<?> message) {
            throw new DataAccessResourceFailureException("The database is away");
        }
    }
}
