/** The queue of what is read at banks, whoever wants it read. */
@NullMarked
package io.ledgerbank.saga.banking;

import org.jspecify.annotations.NullMarked;
