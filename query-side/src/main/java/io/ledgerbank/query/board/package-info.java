/** What operators' screens show of sagas: the list with all its filters, the figures of the last hour, and the money at risk. */
@NullMarked
package io.ledgerbank.query.board;

import org.jspecify.annotations.NullMarked;
