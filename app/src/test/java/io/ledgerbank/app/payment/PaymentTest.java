package io.ledgerbank.app.payment;

import io.ledgerbank.app.testing.WholeApp;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** The whole application with a bank that nobody reaches, in which payments to it stay where tests put them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WholeApp
@TestPropertySource(
        properties = {
            "ledgerbank.banks.directory[0].code=SIMBANK",
            "ledgerbank.banks.directory[0].name=Simulated Bank",
            "ledgerbank.banks.directory[0].country=GB",
            "ledgerbank.banks.directory[0].api-endpoint=http://127.0.0.1:1",
            "ledgerbank.banks.webhook-secrets.simbank=a secret between banks"
        })
public @interface PaymentTest {}
