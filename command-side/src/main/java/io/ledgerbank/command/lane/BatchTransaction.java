package io.ledgerbank.command.lane;

import org.axonframework.common.transaction.Transaction;

/** Remembers how far its COMMIT has come, since a failure of it says nothing about its effect. For one thread. */
final class BatchTransaction implements Transaction {

    private final Transaction transaction;
    private boolean sent;
    private boolean answered;

    BatchTransaction(Transaction transaction) {
        this.transaction = transaction;
    }

    boolean isInDoubt() {
        return sent && !answered;
    }

    boolean isCommitted() {
        return answered;
    }

    @Override
    public void commit() {
        sent = true;
        transaction.commit();
        answered = true;
    }

    @Override
    public void rollback() {
        transaction.rollback();
    }
}
