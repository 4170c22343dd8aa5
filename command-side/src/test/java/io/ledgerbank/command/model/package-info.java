/** A plain bank beside the real one: whatever is asked of them in whatever order, both say and hold the same. */
@NullMarked
package io.ledgerbank.command.model;

import org.jspecify.annotations.NullMarked;
