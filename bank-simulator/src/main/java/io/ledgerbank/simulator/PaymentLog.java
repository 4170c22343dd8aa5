package io.ledgerbank.simulator;

import io.ledgerbank.simulator.journal.JournalRecord.Executed;
import io.ledgerbank.simulator.journal.JournalRecord.ExecutedAgain;
import io.ledgerbank.simulator.journal.JournalRecord.Rejected;
import io.ledgerbank.simulator.journal.PaymentInstruction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each payment that comes in; names stay out of it and IBANs are cut to their last four characters. */
final class PaymentLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.ledgerbank.simulator.payments");
    private static final int SHOWN = 4;

    private PaymentLog() {}

    static void received(PaymentInstruction instruction, Receipt receipt) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        LOG.info(
                "{} {} to …{}, instruction {}: {}",
                instruction.amount().amount(),
                instruction.amount().currency(),
                lastOf(instruction.creditor().iban()),
                instruction.instructionId(),
                inWords(receipt));
    }

    private static String inWords(Receipt receipt) {
        return switch (receipt) {
            case Receipt.Fresh(Executed executed, Behaviour.Executes manner) ->
                "executed as " + executed.bankReference() + ", reply " + manner.reply();
            case Receipt.Fresh(ExecutedAgain again, Behaviour.Executes _manner) ->
                "executed once more, as " + again.bankReference();
            case Receipt.Fresh(Rejected rejected, Behaviour.Executes _manner) ->
                "rejected with " + rejected.isoReason() + " (" + rejected.text() + ")";
            case Receipt.Repeated _repeat -> "known already, answered as before";
            case Receipt.Conflicting _conflict -> "refused, the id belongs to another order";
            case Receipt.Withheld _lost -> "known already, left without an answer";
            case Receipt.Away _down -> "known already, but the bank is down";
            case Receipt.Unavailable _down -> "not taken, the bank is down";
            case Receipt.Ignored _silence -> "left without an answer, not executed";
        };
    }

    private static String lastOf(String iban) {
        String end = iban.substring(Math.max(0, iban.length() - SHOWN));
        return end.replaceAll("[^A-Za-z0-9]", "?");
    }
}
