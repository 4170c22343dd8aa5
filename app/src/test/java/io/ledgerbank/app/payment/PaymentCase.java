package io.ledgerbank.app.payment;

import static io.ledgerbank.app.payment.Counter.available;
import static io.ledgerbank.app.payment.Counter.deposit;
import static io.ledgerbank.app.payment.Counter.open;
import static io.ledgerbank.app.payment.Counter.pay;

import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.command.user.Registrations;
import io.ledgerbank.saga.work.WorkQueue;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Alice has 100.00 pounds at hand, Bob nothing; nobody calls banks. */
public abstract class PaymentCase {

    @LocalServerPort
    private int port;

    @Autowired
    private Registrations registrations;

    @Autowired
    private WorkQueue paymentQueue;

    protected Counter counter;
    protected Client alice;
    protected Client bob;
    protected Client teller;
    protected Client admin;
    protected String alices;
    protected String bobs;

    @BeforeEach
    protected void people_with_accounts() {
        paymentQueue.close();
        counter = new Counter(port, registrations);
        alice = counter.somebody(Role.USER);
        bob = counter.somebody(Role.USER);
        teller = counter.somebody(Role.SUPPORT);
        admin = counter.somebody(Role.ADMIN);
        alices = open(alice, "GBP");
        bobs = open(bob, "GBP");
        pay(teller, deposit(alices, "100.00")).is(201);
        available(alice, alices, "100.00");
    }
}
