/** Decides payments: their creation over all accounts they touch, and what each outcome at a bank means for them. */
@NullMarked
package io.ledgerbank.command.payment;

import org.jspecify.annotations.NullMarked;
