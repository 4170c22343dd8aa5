/** Consistency tokens: what a command has written, any later query can be made to see. */
@NullMarked
package io.ledgerbank.app.consistency;

import org.jspecify.annotations.NullMarked;
