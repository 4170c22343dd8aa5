/** Remembers what banks have told us unasked, so that nothing that is told twice happens twice. */
@NullMarked
package io.ledgerbank.saga.webhook;

import org.jspecify.annotations.NullMarked;
