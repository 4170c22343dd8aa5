/** Remembers what waits, or waited, for a second person. */
@NullMarked
package io.ledgerbank.query.approval;

import org.jspecify.annotations.NullMarked;
