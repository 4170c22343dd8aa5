package io.ledgerbank.simulator;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Gives each test a bank of its own on a free port with an empty journal. */
abstract class RunningBank {

    @TempDir
    Path folder;

    BankSimulator simulator;
    TestBank bank;

    @BeforeEach
    void start() {
        simulator = BankSimulator.start(settings());
        bank = TestBank.of(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    void restart() {
        stop();
        start();
    }

    Path journalFile() {
        return folder.resolve("journal.jsonl");
    }

    SimulatorSettings settings() {
        return SimulatorSettings.withJournal(journalFile());
    }
}
