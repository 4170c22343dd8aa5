package io.ledgerbank.saga.payment;

import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.bank.BankCode;
import java.util.Optional;
import org.slf4j.MDC;

/** Events caused by this thread name the bank as their actor until this is closed; then it is whoever it was before. */
final class ActingBank implements AutoCloseable {

    private final Optional<String> before;

    private ActingBank(Optional<String> before) {
        this.before = before;
    }

    static ActingBank of(BankCode bank) {
        ActingBank acting = new ActingBank(Optional.ofNullable(MDC.get(MetadataKeys.ACTOR)));
        MDC.put(MetadataKeys.ACTOR, "bank:" + bank);
        return acting;
    }

    @Override
    public void close() {
        before.ifPresentOrElse(actor -> MDC.put(MetadataKeys.ACTOR, actor), () -> MDC.remove(MetadataKeys.ACTOR));
    }
}
