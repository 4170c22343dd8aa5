/** The words of operators: what a person of the bank's staff may do about a payment that is with another bank. */
@NullMarked
package io.ledgerbank.api.operation;

import org.jspecify.annotations.NullMarked;
