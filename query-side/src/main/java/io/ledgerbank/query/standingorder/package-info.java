/** Remembers standing orders and their runs. */
@NullMarked
package io.ledgerbank.query.standingorder;

import org.jspecify.annotations.NullMarked;
