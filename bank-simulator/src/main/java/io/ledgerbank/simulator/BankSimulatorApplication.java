package io.ledgerbank.simulator;

import java.util.Optional;

/** Runs one simulator as a process of its own until it is told to stop. */
public final class BankSimulatorApplication {

    private static final String LOGBACK = "logback.configurationFile";

    private BankSimulatorApplication() {}

    /** Exits with 1 and one sentence on the error stream when it cannot start. */
    public static void main(String[] arguments) {
        // Under a name of its own, so that it never becomes the configuration of a process that embeds the simulator.
        if (System.getProperty(LOGBACK) == null) {
            System.setProperty(LOGBACK, "io/ledgerbank/simulator/logback-standalone.xml");
        }
        try {
            SimulatorSettings settings = SimulatorOptions.read(
                    arguments, name -> Optional.ofNullable(System.getProperty(name)), System.getenv());
            BankSimulator simulator = BankSimulator.start(settings);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(simulator::close));
        } catch (SimulatorCannotStart | IllegalArgumentException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }
}
