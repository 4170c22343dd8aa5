/** Remembers payments and the sagas of the external ones, and answers questions about them. */
@NullMarked
package io.ledgerbank.query.payment;

import org.jspecify.annotations.NullMarked;
