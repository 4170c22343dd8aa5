/** For auditors: the events themselves, the proof that none was changed, and the books. */
@NullMarked
package io.ledgerbank.app.dashboard.audit;

import org.jspecify.annotations.NullMarked;
