/** Keeps standing orders and makes their runs, each once and in order. */
@NullMarked
package io.ledgerbank.command.standingorder;

import org.jspecify.annotations.NullMarked;
