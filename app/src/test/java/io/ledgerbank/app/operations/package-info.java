/** What operators see and decide. */
@NullMarked
package io.ledgerbank.app.operations;

import org.jspecify.annotations.NullMarked;
