package io.ledgerbank.saga;

import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentParked;
import io.ledgerbank.api.payment.PaymentSettled;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.saga.payment.PaymentProcess;
import io.ledgerbank.simulator.TestCreditor;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.MDC;

/** Where tests tell what happens to payments and see what becomes of them. */
public final class Stage extends RunningSaga {

    /** Long enough for a machine that is busy with other things. */
    private static final Duration PATIENT = Duration.ofSeconds(10);

    /** For tests that have to wait until it is over. */
    private static final Duration IMPATIENT = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Stage(Duration timeout, String... settings) {
        super(timeout, settings);
    }

    /** Where no bank is slow enough to be given up on. */
    public static Stage open(String... settings) {
        return new Stage(PATIENT, settings);
    }

    /** Where banks are given up on after a second. */
    public static Stage impatient(String... settings) {
        return new Stage(IMPATIENT, settings);
    }

    /** As of now payments to this creditor meet that behaviour, as the bank reads it. */
    public void misbehave(Iban creditor, String behaviour) {
        HttpRequest request = HttpRequest.newBuilder(bankUrl().resolve("/faults"))
                .PUT(BodyPublishers.ofString("{\"creditors\":{\"%s\":%s}}".formatted(creditor.value(), behaviour)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalArgumentException("The bank does not understand " + behaviour);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The bank cannot be told how to misbehave", e);
        }
    }

    public PaymentId pay(TestCreditor creditor) {
        return pay(Orders.to(creditor));
    }

    public PaymentId pay(PaymentOrder order) {
        PaymentId id = PaymentId.next();
        try (var correlation = MDC.putCloseable(MetadataKeys.CORRELATION_ID, "conversation-of-" + id)) {
            commands().sendAndWait(new CreatePayment(id, order, Caller.system()));
        }
        return id;
    }

    /** Puts the beginning of a payment into the log, all at once. */
    public void given(PaymentEvent... events) {
        List<DomainEventMessage<PaymentEvent>> messages = IntStream.range(0, events.length)
                .<DomainEventMessage<PaymentEvent>>mapToObj(sequence -> new GenericDomainEventMessage<>(
                        "Payment", events[sequence].paymentId().toString(), sequence, events[sequence]))
                .toList();
        bean(EventStore.class).publish(messages);
    }

    public PaymentSettled settled(PaymentId id) {
        return reached(id, PaymentSettled.class);
    }

    public PaymentFailed failed(PaymentId id) {
        return reached(id, PaymentFailed.class);
    }

    public PaymentParked parked(PaymentId id) {
        return reached(id, PaymentParked.class);
    }

    /** Waits until the payment's newest event is of this type. */
    public <T extends PaymentEvent> T reached(PaymentId id, Class<T> type) {
        await(() -> type.isInstance(events(id).getLast()));
        return type.cast(events(id).getLast());
    }

    public void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(condition);
    }

    public List<PaymentEvent> events(PaymentId id) {
        return bean(PaymentsDouble.class).historyOf(id);
    }

    /** The simple names of the payment's events in order. */
    public List<String> story(PaymentId id) {
        return events(id).stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    /** The story with each run of the same event told once. */
    public List<String> storyInShort(PaymentId id) {
        List<String> story = story(id);
        return IntStream.range(0, story.size())
                .filter(i -> i == 0 || !story.get(i).equals(story.get(i - 1)))
                .mapToObj(story::get)
                .toList();
    }

    public List<DomainEventMessage<?>> messages(PaymentId id) {
        return bean(EventStore.class)
                .readEvents(id.toString(), 0)
                .asStream()
                .<DomainEventMessage<?>>map(message -> message)
                .toList();
    }

    /** Waits until the processor of the saga has handled everything that is in the log. */
    public void caughtUp() {
        await(() -> processor().processingStatus().values().stream()
                .anyMatch(status ->
                        status.isCaughtUp() && status.getCurrentPosition().orElse(-1) == lastPosition()));
    }

    public Oracle oracle() {
        return new Oracle(bankUrl());
    }

    /** How long after an attempt's deadline its request may still be on its way. */
    public Duration grace() {
        return bean(PaymentProcess.class).grace();
    }

    public CommandGateway commands() {
        return bean(CommandGateway.class);
    }

    /** The work items of the payment that wait or are being done. */
    public List<String> workItemsOf(PaymentId id) {
        return database()
                .sql("SELECT task_instance FROM saga.payments_work WHERE task_instance LIKE ?")
                .param(id + "/%")
                .query(String.class)
                .list();
    }

    /** The timers of the payment that wait or are ringing. */
    public List<String> timersOf(PaymentId id) {
        return database()
                .sql("SELECT task_instance FROM saga.schedules_work WHERE task_instance LIKE ?")
                .param(id + "/%")
                .query(String.class)
                .list();
    }

    private StreamingEventProcessor processor() {
        return bean(EventProcessingConfiguration.class)
                .eventProcessor("payment-saga", StreamingEventProcessor.class)
                .orElseThrow();
    }
}
