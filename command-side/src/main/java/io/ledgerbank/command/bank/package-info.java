/** Decides which banks this one deals with, beside those that the installation names. */
@NullMarked
package io.ledgerbank.command.bank;

import org.jspecify.annotations.NullMarked;
