package io.ledgerbank.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class StartingTest extends RunningBank {

    @Test
    void refuses_a_taken_port_in_one_sentence_and_leaves_the_journal_free() {
        SimulatorSettings elsewhere = SimulatorSettings.withJournal(folder.resolve("other.jsonl"));

        assertThatThrownBy(() -> BankSimulator.start(elsewhere.withPort(simulator.port())))
                .isInstanceOf(SimulatorCannotStart.class)
                .hasMessageStartingWith("The bank simulator cannot listen on 127.0.0.1:" + simulator.port())
                .hasMessageEndingWith("stop what uses that port or set LEDGERBANK_SIMULATOR_PORT to another one");
        BankSimulator.start(elsewhere).close();
    }

    @Test
    void refuses_a_journal_that_another_simulator_writes() {
        assertThatThrownBy(() -> BankSimulator.start(settings()))
                .isInstanceOf(SimulatorCannotStart.class)
                .hasMessage("The journal " + journalFile() + " is in use by another bank simulator");
    }

    @Test
    void refuses_a_journal_that_decides_an_instruction_twice() throws Exception {
        bank.pay("one", TestBank.BOB);
        stop();
        String line = Files.readString(journalFile());
        Files.writeString(journalFile(), line + line);

        assertThatThrownBy(this::start)
                .isInstanceOf(SimulatorCannotStart.class)
                .hasMessage("The journal decides instruction one twice");
        Files.writeString(journalFile(), line);
        start();
    }

    @Test
    void refuses_an_address_that_is_not_here() {
        assertThatThrownBy(() -> BankSimulator.start(settings().withBindAddress("192.0.2.1")))
                .isInstanceOf(SimulatorCannotStart.class);
    }

    @Test
    void listens_on_the_loopback_address_unless_told_otherwise() {
        assertThat(simulator.url().getHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void ends_while_callers_still_wait() throws Exception {
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                bank.pay("one", TestCreditor.TIMES_OUT);
            } catch (Exception dropped) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> !bank.journal().get("undecided").isEmpty());

        simulator.close();

        caller.join();
        start();
        assertThat(bank.inquire("one").statusCode()).isEqualTo(404);
    }
}
