/** Amounts of money: exact, typed by currency, never binary fractions. */
@NullMarked
package io.ledgerbank.api.money;

import org.jspecify.annotations.NullMarked;
