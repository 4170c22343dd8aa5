package io.ledgerbank.command.bankconnection;

import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.bankconnection.BankConnectionProgress;
import io.ledgerbank.api.bankconnection.BankConnectionStatus;
import io.ledgerbank.api.bankconnection.EstablishBankConnection;
import io.ledgerbank.api.bankconnection.RecordSync;
import io.ledgerbank.api.bankconnection.RemoveBankConnection;
import io.ledgerbank.api.bankconnection.RequestBankConnection;
import io.ledgerbank.api.bankconnection.SyncOutcome;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.BankConnectionId;
import io.ledgerbank.command.testing.CommandSideTest;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@CommandSideTest
class KeepingBankConnectionsTest {

    private static final BankCode MONZO = new BankCode("MONZO");
    private static final SyncOutcome WORKED = new SyncOutcome.Worked();
    private static final SyncOutcome UNUSABLE = new SyncOutcome.Failed(Reason.BANK_API_ERROR);
    private static final SyncOutcome REVOKED = new SyncOutcome.AccessLost(Reason.BANK_ACCESS_REVOKED);

    private final CommandGateway commands;
    private final EventStore log;

    KeepingBankConnectionsTest(CommandGateway commands, EventStore log) {
        this.commands = commands;
        this.log = log;
    }

    @Test
    void a_link_waits_for_the_bank_and_is_active_once_it_agrees() {
        BankConnectionId id = requested();

        BankConnectionProgress established = commands.sendAndWait(new EstablishBankConnection(id, ALICE));

        assertThat(established.status()).isEqualTo(BankConnectionStatus.ACTIVE);
        assertThat(established.requested().ownerId()).isEqualTo(ALICE.userId());
        assertThat(established.requested().bank()).isEqualTo(MONZO);
    }

    @Test
    void it_is_established_once() {
        BankConnectionId id = established();

        assertRefused(new EstablishBankConnection(id, ALICE), Reason.ALREADY_PROCESSED);
    }

    @Test
    void to_anybody_else_it_does_not_exist() {
        BankConnectionId id = requested();

        assertRefused(new EstablishBankConnection(id, BOB), Reason.BANK_CONNECTION_NOT_FOUND);
        assertRefused(new RemoveBankConnection(id, BOB), Reason.BANK_CONNECTION_NOT_FOUND);
        assertRefused(new RemoveBankConnection(BankConnectionId.next(), ALICE), Reason.BANK_CONNECTION_NOT_FOUND);
    }

    @Test
    void trouble_is_told_with_its_reason_and_passes() {
        BankConnectionId id = established();

        BankConnectionProgress troubled = commands.sendAndWait(new RecordSync(id, UNUSABLE));
        assertThat(troubled.status()).isEqualTo(BankConnectionStatus.ERROR);
        assertThat(troubled.reason()).contains(Reason.BANK_API_ERROR);

        BankConnectionProgress well = commands.sendAndWait(new RecordSync(id, WORKED));
        assertThat(well.status()).isEqualTo(BankConnectionStatus.ACTIVE);
        assertThat(well.reason()).isEmpty();
    }

    @Test
    void what_says_nothing_new_is_no_event() {
        BankConnectionId id = established();
        commands.sendAndWait(new RecordSync(id, WORKED));
        commands.sendAndWait(new RecordSync(id, UNUSABLE));
        commands.sendAndWait(new RecordSync(id, UNUSABLE));

        assertThat(events(id)).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void after_its_end_nothing_happens_to_it(Ending ending) {
        BankConnectionId id = established();
        commands.sendAndWait(ending.of(id));
        long before = events(id);

        commands.sendAndWait(new RecordSync(id, WORKED));
        commands.sendAndWait(new RecordSync(id, UNUSABLE));

        assertThat(events(id)).isEqualTo(before);
        assertRefused(new EstablishBankConnection(id, ALICE), Reason.ALREADY_PROCESSED);
    }

    @Test
    void ending_it_twice_is_ending_it_once() {
        BankConnectionId id = established();

        commands.sendAndWait(new RemoveBankConnection(id, ALICE));
        BankConnectionProgress again = commands.sendAndWait(new RemoveBankConnection(id, ALICE));

        assertThat(again.status()).isEqualTo(BankConnectionStatus.REMOVED);
        assertThat(events(id)).isEqualTo(3);
    }

    private enum Ending {
        BY_ITS_OWNER,
        BY_THE_BANK;

        Object of(BankConnectionId id) {
            return this == BY_ITS_OWNER ? new RemoveBankConnection(id, ALICE) : new RecordSync(id, REVOKED);
        }
    }

    private BankConnectionId requested() {
        BankConnectionId id = BankConnectionId.next();
        commands.sendAndWait(new RequestBankConnection(id, MONZO, ALICE));
        return id;
    }

    private BankConnectionId established() {
        BankConnectionId id = requested();
        commands.sendAndWait(new EstablishBankConnection(id, ALICE));
        return id;
    }

    private long events(BankConnectionId id) {
        return log.readEvents(id.toString()).asStream().count();
    }

    private void assertRefused(Object command, Reason reason) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> commands.sendAndWait(command))
                .extracting(RejectedException::reason)
                .isEqualTo(reason);
    }
}
