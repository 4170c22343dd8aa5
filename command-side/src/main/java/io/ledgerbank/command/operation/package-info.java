/** Decides what people of the bank's staff may do about payments that are with another bank, and what it does. */
@NullMarked
package io.ledgerbank.command.operation;

import org.jspecify.annotations.NullMarked;
