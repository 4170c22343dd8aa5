/** The saga monitoring dashboard: pages for the bank's staff, written by the server. */
@NullMarked
package io.ledgerbank.app.dashboard;

import org.jspecify.annotations.NullMarked;
