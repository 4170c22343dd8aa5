/** The words of payments: orders, commands, events, outcomes, progress and answers. */
@NullMarked
package io.ledgerbank.api.payment;

import org.jspecify.annotations.NullMarked;
