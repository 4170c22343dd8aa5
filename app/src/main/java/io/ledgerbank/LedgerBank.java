package io.ledgerbank;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts LedgerBank: every role in one process, on the embedded PostgreSQL unless a datasource is configured. */
// Houses name alike what is alike: beans go by their full names.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class LedgerBank {

    /** Runs until the process is told to stop; a start that fails has said why and ends with exit code 1. */
    public static void main(String[] args) {
        // A bank's core calls nobody unasked.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        try {
            SpringApplication.run(LedgerBank.class, args);
        } catch (SpringApplication.AbandonedRunException abandoned) {
            throw abandoned;
        } catch (Exception alreadyReported) {
            // Not by returning: a thread that some library left behind must not keep a failed start alive.
            System.exit(1);
        }
    }
}
