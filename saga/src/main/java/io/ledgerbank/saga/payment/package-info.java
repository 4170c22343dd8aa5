/** The payment saga: follows each external payment, calls its bank when the time has come and reports what came of it. */
@NullMarked
package io.ledgerbank.saga.payment;

import org.jspecify.annotations.NullMarked;
