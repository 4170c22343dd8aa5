package io.ledgerbank.query.statement;

import io.ledgerbank.api.ledger.Direction;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.query.audit.Total;
import io.ledgerbank.query.statement.Statement.State;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.xml.stream.XMLStreamException;

/** Writes a statement as an ISO 20022 message camt.053.001.08. Thread-safe. */
final class CamtStatement {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";
    private static final String OPENING = "OPBD";
    private static final String CLOSING = "CLBD";
    private static final String SO_FAR = "ITBD";

    private final String bank;
    private final ZoneId zone;

    /**
     * @param bank the name that customers know the bank by
     * @param zone in whose days the bank books
     */
    CamtStatement(String bank, ZoneId zone) {
        this.bank = bank;
        this.zone = zone;
    }

    byte[] render(Statement statement) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CamtXml xml = new CamtXml(bytes);
            xml.document(
                    NAMESPACE,
                    () -> xml.element("BkToCstmrStmt", () -> {
                        xml.element("GrpHdr", () -> {
                            xml.value("MsgId", CamtXml.reference(statement.id()));
                            xml.value("CreDtTm", statement.asOf());
                        });
                        xml.element("Stmt", () -> statement(xml, statement));
                    }));
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A message in memory could not be written", e);
        }
        return bytes.toByteArray();
    }

    private void statement(CamtXml xml, Statement statement) throws XMLStreamException {
        xml.value("Id", CamtXml.reference(statement.id()));
        xml.value("CreDtTm", statement.asOf());
        xml.element("FrToDt", () -> {
            xml.value("FrDtTm", statement.from().atStartOfDay(zone).toInstant());
            xml.value(
                    "ToDtTm",
                    statement.to().plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1));
        });
        xml.element("Acct", () -> account(xml, statement));
        balance(xml, OPENING, statement.openingBalance(), statement.from());
        balance(xml, statement.state() == State.FINAL ? CLOSING : SO_FAR, statement.closingBalance(), statement.to());
        xml.element("TxsSummry", () -> summary(xml, statement));
        for (StatementLine line : statement.entries()) {
            xml.element("Ntry", () -> entry(xml, line));
        }
    }

    private void account(CamtXml xml, Statement statement) throws XMLStreamException {
        xml.account(statement.iban());
        xml.value("Ccy", statement.currency());
        if (!statement.holder().isEmpty()) {
            xml.element("Ownr", () -> xml.text("Nm", statement.holder()));
        }
        xml.element("Svcr", () -> xml.element("FinInstnId", () -> xml.text("Nm", bank)));
    }

    private static void balance(CamtXml xml, String type, Money balance, LocalDate day) throws XMLStreamException {
        int signum = Long.signum(balance.minorUnits());
        xml.element("Bal", () -> {
            xml.element("Tp", () -> xml.element("CdOrPrtry", () -> xml.value("Cd", type)));
            xml.amount(signum < 0 ? balance.negated() : balance);
            xml.sign(signum);
            xml.day("Dt", day);
        });
    }

    private static void summary(CamtXml xml, Statement statement) throws XMLStreamException {
        Total net = statement.credits().sum().minus(statement.debits().sum());
        xml.element("TtlNtries", () -> {
            xml.value("NbOfNtries", statement.entries().size());
            xml.value(
                    "Sum",
                    statement.credits().sum().plus(statement.debits().sum()).decimal());
            xml.element("TtlNetNtry", () -> {
                xml.value("Amt", new BigDecimal(net.decimal()).abs().toPlainString());
                xml.sign(net.minorUnits().signum());
            });
        });
        turnover(xml, "TtlCdtNtries", statement.credits());
        turnover(xml, "TtlDbtNtries", statement.debits());
    }

    private static void turnover(CamtXml xml, String name, Turnover turnover) throws XMLStreamException {
        xml.element(name, () -> {
            xml.value("NbOfNtries", turnover.count());
            xml.value("Sum", turnover.sum().decimal());
        });
    }

    private static void entry(CamtXml xml, StatementLine line) throws XMLStreamException {
        xml.value("NtryRef", line.position());
        xml.amount(line.amount());
        xml.sign(signum(line));
        xml.element("Sts", () -> xml.value("Cd", "BOOK"));
        xml.day("BookgDt", line.bookingDate());
        xml.day("ValDt", line.valueDate());
        xml.value("AcctSvcrRef", CamtXml.reference(line.id()));
        xml.element(
                "BkTxCd",
                () -> xml.element("Domn", () -> {
                    xml.value("Cd", "PMNT");
                    xml.element("Fmly", () -> {
                        xml.value("Cd", line.direction() == Direction.CREDIT ? "RCDT" : "ICDT");
                        xml.value("SubFmlyCd", "NTAV");
                    });
                }));
        xml.element("NtryDtls", () -> xml.element("TxDtls", () -> transaction(xml, line)));
    }

    private static void transaction(CamtXml xml, StatementLine line) throws XMLStreamException {
        xml.element("Refs", () -> {
            xml.value("AcctSvcrRef", CamtXml.reference(line.id()));
            xml.value("InstrId", CamtXml.reference(line.paymentId().value()));
        });
        xml.amount(line.amount());
        xml.sign(signum(line));
        if (line.counterparty().name().isPresent() || line.counterparty().iban().isPresent()) {
            xml.element("RltdPties", () -> other(xml, line));
        }
        xml.element("RmtInf", () -> xml.text("Ustrd", line.remittanceInformation()));
    }

    /** Who is on the other side, as far as the account's holder may know. */
    private static void other(CamtXml xml, StatementLine line) throws XMLStreamException {
        String party = line.direction() == Direction.CREDIT ? "Dbtr" : "Cdtr";
        if (line.counterparty().name().isPresent()) {
            String name = line.counterparty().name().get();
            xml.element(party, () -> xml.element("Pty", () -> xml.text("Nm", name)));
        }
        if (line.counterparty().iban().isPresent()) {
            xml.element(
                    party + "Acct", () -> xml.account(line.counterparty().iban().get()));
        }
    }

    private static int signum(StatementLine line) {
        return line.direction() == Direction.CREDIT ? 1 : -1;
    }
}
