/** Has what takes a second person wait for one, and carries it out in the append in which they agree. */
@NullMarked
package io.ledgerbank.command.approval;

import org.jspecify.annotations.NullMarked;
