/** One action of an operator on many payments, carried out payment by payment. */
@NullMarked
package io.ledgerbank.saga.batch;

import org.jspecify.annotations.NullMarked;
