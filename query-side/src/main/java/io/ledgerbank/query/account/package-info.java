/** Remembers accounts, their holds and their entries, and answers questions about them. */
@NullMarked
package io.ledgerbank.query.account;

import org.jspecify.annotations.NullMarked;
