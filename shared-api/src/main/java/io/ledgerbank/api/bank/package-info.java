/** The external banks payments go to. */
@NullMarked
package io.ledgerbank.api.bank;

import org.jspecify.annotations.NullMarked;
