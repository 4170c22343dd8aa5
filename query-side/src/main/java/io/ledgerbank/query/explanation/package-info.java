/** Explains an account's balance: every change of it, and what brought it about. */
@NullMarked
package io.ledgerbank.query.explanation;

import org.jspecify.annotations.NullMarked;
