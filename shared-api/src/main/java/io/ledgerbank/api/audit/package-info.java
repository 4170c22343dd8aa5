/** What is known of each event besides its payload (who, why, in which conversation), and what vouches for all of them. */
@NullMarked
package io.ledgerbank.api.audit;

import org.jspecify.annotations.NullMarked;
