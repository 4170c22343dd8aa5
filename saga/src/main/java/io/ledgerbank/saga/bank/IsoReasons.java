package io.ledgerbank.saga.bank;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a bank's ISO 20022 status reason means to us. Reasons without a row are counted and told apart: the table should grow. */
final class IsoReasons {

    private static final Logger LOG = LoggerFactory.getLogger(IsoReasons.class);

    private static final Map<String, Reason> TABLE = Map.of(
            "AC01", Reason.INVALID_CREDITOR_ACCOUNT,
            "AC03", Reason.INVALID_CREDITOR_ACCOUNT,
            "AC04", Reason.CREDITOR_ACCOUNT_CLOSED,
            "AC06", Reason.CREDITOR_ACCOUNT_BLOCKED,
            "AM02", Reason.AMOUNT_NOT_ALLOWED,
            "BE01", Reason.CREDITOR_NAME_MISMATCH,
            "RR04", Reason.REGULATORY_REFUSAL,
            "MS03", Reason.BANK_REJECTED);

    private final MeterRegistry meters;

    IsoReasons(MeterRegistry meters) {
        this.meters = meters;
    }

    Reason reasonOf(BankCode bank, String isoReason) {
        Reason reason = TABLE.get(isoReason);
        if (reason != null) {
            return reason;
        }
        LOG.warn("{} rejects with a reason that no row maps: '{}'", bank, printable(isoReason));
        meters.counter("ledgerbank.bank.unmapped.reasons", "bank", bank.value()).increment();
        return Reason.BANK_REASON_UNMAPPED;
    }

    /** As it may stand in logs and events: proprietary codes have up to 35 characters in ISO 20022. */
    static String printable(String isoReason) {
        return isoReason.substring(0, Math.min(isoReason.length(), 35)).replaceAll("[^A-Za-z0-9._/-]", "?");
    }
}
