/** The words of accounts: commands, events, answers and ids. */
@NullMarked
package io.ledgerbank.api.account;

import org.jspecify.annotations.NullMarked;
