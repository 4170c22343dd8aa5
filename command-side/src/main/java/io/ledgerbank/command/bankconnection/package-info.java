/** Decides about customers' links to accounts at outside banks. */
@NullMarked
package io.ledgerbank.command.bankconnection;

import org.jspecify.annotations.NullMarked;
