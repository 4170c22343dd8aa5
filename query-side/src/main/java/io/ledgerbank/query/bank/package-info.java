/** Answers which banks payments can go to. */
@NullMarked
package io.ledgerbank.query.bank;

import org.jspecify.annotations.NullMarked;
