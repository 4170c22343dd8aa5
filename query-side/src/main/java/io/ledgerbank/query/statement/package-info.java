/** Statements of accounts: what was booked in a period, as JSON, CSV, PDF and camt.053, the same bytes whenever they are asked for. */
@NullMarked
package io.ledgerbank.query.statement;

import org.jspecify.annotations.NullMarked;
