/** The dashboard, as a browser sees it. */
@NullMarked
package io.ledgerbank.app.dashboard;

import org.jspecify.annotations.NullMarked;
