package io.ledgerbank.command.planted;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Planted: an aggregate with an injected field. */
public class AggregateThatKnowsSpring {

    @Autowired
    private Environment environment;

    Environment environment() {
        return environment;
    }
}
