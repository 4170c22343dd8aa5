package io.ledgerbank.command.model;

/** Something to which moves happen. */
interface Bank {

    Answer answer(Move move);

    BankState state();
}
