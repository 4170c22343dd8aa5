/** Shows the log itself, and proves from its entries that the books balance. */
@NullMarked
package io.ledgerbank.query.audit;

import org.jspecify.annotations.NullMarked;
