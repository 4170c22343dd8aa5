/** Money at risk: stuck payments by what they have in common, and what is done to many of them at once. */
@NullMarked
package io.ledgerbank.app.dashboard.risk;

import org.jspecify.annotations.NullMarked;
