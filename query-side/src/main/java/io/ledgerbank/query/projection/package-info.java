/** How projections are fed: each by a thread of its own, its position in the transaction of its rows. */
@NullMarked
package io.ledgerbank.query.projection;

import org.jspecify.annotations.NullMarked;
