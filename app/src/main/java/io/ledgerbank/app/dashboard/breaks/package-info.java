/** Reconciliation: what the banks' statements and our books do not agree about. */
@NullMarked
package io.ledgerbank.app.dashboard.breaks;

import org.jspecify.annotations.NullMarked;
