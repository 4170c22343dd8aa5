package io.ledgerbank.command.model;

import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.approval.Decision;
import io.ledgerbank.api.approval.GrantApproval;
import io.ledgerbank.api.approval.RejectApproval;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.ApprovalId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.user.UserStatus;
import io.ledgerbank.command.account.AccountWiring;
import io.ledgerbank.command.account.BankCalendar;
import io.ledgerbank.command.approval.ApprovalWiring;
import io.ledgerbank.command.approval.ProposalKind;
import io.ledgerbank.command.eventlog.LogInMemory;
import io.ledgerbank.command.eventtype.LogSerializer;
import io.ledgerbank.command.lane.AggregateCache;
import io.ledgerbank.command.operation.OperationWiring;
import io.ledgerbank.command.payment.PaymentWiring;
import io.ledgerbank.command.testing.InMemoryClaims;
import io.ledgerbank.command.testing.MovableClock;
import io.ledgerbank.command.testing.People;
import io.ledgerbank.command.testing.UsersInMemory;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.jspecify.annotations.Nullable;

/** The aggregates, policies and handlers of production, with their log, claims and clock in memory. */
final class RealBank implements Bank {

    private static final int SNAPSHOT_EVERY = 9;
    private static final ApprovalId NO_PROPOSAL = ApprovalId.next();
    private static final List<io.ledgerbank.api.bank.Bank> OTHERS =
            List.of(new io.ledgerbank.api.bank.Bank(People.SIMBANK, "SimBank", "DE", URI.create("http://127.0.0.1")));

    private final ZoneId zone;
    private final MovableClock clock = new MovableClock();
    private final InMemoryClaims claims = new InMemoryClaims();
    private final UsersInMemory users =
            new UsersInMemory().is(Passers.SECOND_TELLER).is(Passers.SECOND_ADMIN);
    private final LogInMemory log = LogInMemory.keeping(AccountWiring.snapshot());
    private final AggregateCache cache = new AggregateCache(100, 1000);
    private final TrialBalance balance = new TrialBalance();
    private final Map<Integer, ApprovalId> proposals = new HashMap<>();
    private Configuration axon;

    RealBank(ZoneId zone, Instant now) {
        this.zone = zone;
        clock.set(now);
        axon = started();
    }

    private Configuration started() {
        BankCalendar calendar = new BankCalendar(clock, zone);
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(config -> LogSerializer.create())
                .configureEmbeddedEventStore(config -> log);
        AccountWiring.addTo(configurer, calendar, claims, cache, SNAPSHOT_EVERY);
        PaymentWiring.addTo(configurer, calendar, () -> OTHERS, claims, users, cache);
        OperationWiring.addTo(configurer, calendar);
        ApprovalWiring.addTo(configurer, clock, claims, cache, kinds());
        return configurer.start();
    }

    private static List<ProposalKind<?>> kinds() {
        return Stream.concat(
                        AccountWiring.proposals().stream(),
                        Stream.of(PaymentWiring.reversing(), OperationWiring.resolving()))
                .toList();
    }

    @Override
    public Answer answer(Move move) {
        try {
            return answered(move);
        } catch (RejectedException refused) {
            return Answer.Refused.of(refused.rejection());
        } finally {
            balance.book(log.news());
        }
    }

    private Answer answered(Move move) {
        return switch (move) {
            case Move.Ask(int number, Object command) ->
                asked(number, axon.commandGateway().sendAndWait(command));
            case Move.Agree agree -> decided(new GrantApproval(proposal(agree.proposal()), agree.caller()));
            case Move.Disagree no -> decided(new RejectApproval(proposal(no.proposal()), no.reason(), no.caller()));
            case Move.Wait wait -> {
                clock.set(clock.instant().plus(wait.duration()));
                yield new Answer.Done();
            }
            case Move.Become(UserId user, UserStatus status) -> {
                users.become(user, status);
                yield new Answer.Done();
            }
            case Move.Restart restart -> restarted(restart.from());
        };
    }

    private Answer asked(int number, @Nullable Object answer) {
        if (answer instanceof Decision.Proposed<?> proposed) {
            proposals.put(number, proposed.approval().id());
            return new Answer.Proposed();
        }
        return new Answer.Done();
    }

    private Answer decided(Object decision) {
        axon.commandGateway().sendAndWait(decision);
        return new Answer.Done();
    }

    private ApprovalId proposal(int number) {
        return proposals.getOrDefault(number, NO_PROPOSAL);
    }

    private Answer restarted(Move.From from) {
        cache.removeAll();
        switch (from) {
            case SNAPSHOTS -> {}
            case FIRST_REVISIONS -> log.rewriteAsFirstWritten();
            case ZERO -> {
                axon.shutdown();
                log.forgetSnapshots();
                axon = started();
            }
        }
        return new Answer.Done();
    }

    @Override
    public BankState state() {
        return DefaultUnitOfWork.startAndGet(null)
                .executeWithResult(() ->
                        BankState.of(balance.accounts(), this::stateOf, balance.payments(), this::stateOf, balance::of))
                .getPayload();
    }

    private BankState.AccountState stateOf(AccountId id) {
        AccountWiring.Seen seen = AccountWiring.look(axon, id);
        AccountDetails account = seen.details();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (account.posted().minorUnits() != balance.of(id)) {
            throw new IllegalStateException("The entries of %s add up to %d".formatted(id, balance.of(id)));
        }
        return new BankState.AccountState(
                account.name(),
                account.status(),
                account.posted().minorUnits(),
                account.held().minorUnits(),
                account.available().minorUnits(),
                account.limits().singleLimit().minorUnits(),
                account.limits().dailyLimit().minorUnits(),
                account.limits().monthlyLimit().minorUnits(),
                account.overdraftLimit().minorUnits(),
                seen.spending().on(today),
                seen.spending().inMonthOf(today));
    }

    private BankState.PaymentState stateOf(PaymentId id) {
        PaymentProgress progress = PaymentWiring.progress(axon, id);
        return new BankState.PaymentState(
                progress.status(),
                progress.step(),
                progress.activity(),
                progress.attempts(),
                progress.inquiries(),
                progress.status() == PaymentStatus.COMPLETED
                        ? PaymentWiring.notReversed(axon, id).minorUnits()
                        : 0,
                progress.lastReason());
    }
}
