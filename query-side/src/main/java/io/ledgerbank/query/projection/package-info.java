/** How projections are fed: each by a processor of its own, its token in the transaction of its rows. */
@NullMarked
package io.ledgerbank.query.projection;

import org.jspecify.annotations.NullMarked;
