/** Makes projections anew from the log beside those that are read, compares both, and lets them change places. */
@NullMarked
package io.ledgerbank.query.rebuild;

import org.jspecify.annotations.NullMarked;
