/** The list of payments to other banks, and the page of each. */
@NullMarked
package io.ledgerbank.app.dashboard.sagas;

import org.jspecify.annotations.NullMarked;
