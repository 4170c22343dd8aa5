/** What waits for a second person. */
@NullMarked
package io.ledgerbank.app.dashboard.approvals;

import org.jspecify.annotations.NullMarked;
