/** Decides what happens to accounts: opening them, holding, moving, capturing and releasing their money. */
@NullMarked
package io.ledgerbank.command.account;

import org.jspecify.annotations.NullMarked;
