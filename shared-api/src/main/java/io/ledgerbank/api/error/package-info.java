/** The error catalogue: every reason a client or a saga can meet, its category, status and retry policy. */
@NullMarked
package io.ledgerbank.api.error;

import org.jspecify.annotations.NullMarked;
