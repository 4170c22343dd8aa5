/** What administrators do about payments: every deed is shown before it is done. */
@NullMarked
package io.ledgerbank.app.dashboard.actions;

import org.jspecify.annotations.NullMarked;
