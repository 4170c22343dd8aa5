/** Links what customers have at outside banks: their consent, the banks' tokens, and what is read with them. */
@NullMarked
package io.ledgerbank.saga.bankconnection;

import org.jspecify.annotations.NullMarked;
