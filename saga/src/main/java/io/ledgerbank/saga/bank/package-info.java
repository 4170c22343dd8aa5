/** External banks: the port through which they are told and asked, its adapters, and what banks tell us unasked. */
@NullMarked
package io.ledgerbank.saga.bank;

import org.jspecify.annotations.NullMarked;
