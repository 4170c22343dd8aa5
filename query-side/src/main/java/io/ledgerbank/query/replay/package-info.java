/** Rebuilds accounts, payments and users from their events, for auditors who want to see how they came to be what they are. */
@NullMarked
package io.ledgerbank.query.replay;

import org.jspecify.annotations.NullMarked;
