/** Vouches for the event log: signs checkpoints of it, verifies it against them, and publishes the keys they are signed with. */
@NullMarked
package io.ledgerbank.command.audit;

import org.jspecify.annotations.NullMarked;
