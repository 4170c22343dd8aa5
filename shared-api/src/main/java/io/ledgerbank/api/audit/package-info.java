/** What is known of each event besides its payload: who, why and in which conversation. */
@NullMarked
package io.ledgerbank.api.audit;

import org.jspecify.annotations.NullMarked;
