package io.ledgerbank.simulator;

import io.ledgerbank.simulator.Behaviour.Down;
import io.ledgerbank.simulator.Behaviour.Executes;
import io.ledgerbank.simulator.Behaviour.Rejects;
import io.ledgerbank.simulator.Behaviour.Reply;
import io.ledgerbank.simulator.Behaviour.TimesOut;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.iban4j.IbanUtil;

/** The creditors that provoke a behaviour; everyone else is paid at once, provided the IBAN is valid. */
public enum TestCreditor {
    TIMES_OUT("GB51SIMB10100000000001", new TimesOut(), "Does not execute and gives no answer; 504 in the end"),
    REJECTS_AC03("GB24SIMB10100000000002", new Rejects("AC03", "Creditor account number is invalid"), "Rejects"),
    REJECTS_AC04("GB94SIMB10100000000003", new Rejects("AC04", "Creditor account is closed"), "Rejects"),
    REJECTS_AC06("GB67SIMB10100000000004", new Rejects("AC06", "Creditor account is blocked"), "Rejects"),
    REJECTS_AM02("GB40SIMB10100000000005", new Rejects("AM02", "Amount is not allowed"), "Rejects"),
    REJECTS_BE01("GB13SIMB10100000000006", new Rejects("BE01", "Creditor name does not match account"), "Rejects"),
    REJECTS_RR04("GB83SIMB10100000000007", new Rejects("RR04", "Refused for a regulatory reason"), "Rejects"),
    REJECTS_MS03("GB56SIMB10100000000008", new Rejects("MS03", "Refused without a stated reason"), "Rejects"),
    DOWN_TWICE("GB29SIMB10100000000009", new Down(2), "503 to the first two POSTs, executes the third"),
    ALWAYS_DOWN("GB02SIMB10100000000010", new Down(Integer.MAX_VALUE), "503 to every POST, never executes"),
    LOSES_REPLY("GB72SIMB10100000000011", new Executes(Reply.LOST, 0), "Executes, then drops the connection"),
    REPLIES_LATE("GB45SIMB10100000000012", new Executes(Reply.LATE, 1), "Executes at once, replies and notifies late"),
    REPLIES_TWICE("GB18SIMB10100000000013", new Executes(Reply.PROMPT, 2), "Executes, replies, then notifies twice"),
    ANSWERS_NONSENSE("GB88SIMB10100000000014", new Executes(Reply.NONSENSE, 0), "Executes, answers 200 with HTML"),
    ANSWERS_WRONG_ID(
            "GB61SIMB10100000000015",
            new Executes(Reply.WRONG_INSTRUCTION_ID, 0),
            "Executes, answers 201 with another instruction id"),
    GOES_SILENT(
            "GB34SIMB10100000000016",
            new Executes(Reply.LOST_FOR_GOOD, 0),
            "Executes, drops the connection, that of every repeat too, and answers 503 to inquiries");

    private static final Map<String, TestCreditor> BY_IBAN =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(TestCreditor::iban, Function.identity()));
    private static final Rejects INVALID_IBAN = new Rejects("AC01", "Creditor IBAN is invalid");

    private final String iban;
    private final Behaviour behaviour;
    private final String description;

    TestCreditor(String iban, Behaviour behaviour, String description) {
        this.iban = iban;
        this.behaviour = behaviour;
        this.description = description;
    }

    public String iban() {
        return iban;
    }

    public Behaviour behaviour() {
        return behaviour;
    }

    /** One line for people. */
    public String description() {
        return behaviour instanceof Rejects rejects
                ? description + " with " + rejects.isoReason() + ": " + rejects.text()
                : description;
    }

    /** Empty for an IBAN that is valid and nothing else. */
    static Optional<Behaviour> provoked(String creditorIban) {
        TestCreditor known = BY_IBAN.get(creditorIban);
        if (known != null) {
            return Optional.of(known.behaviour);
        }
        return IbanUtil.isValid(creditorIban) ? Optional.empty() : Optional.of(INVALID_IBAN);
    }
}
