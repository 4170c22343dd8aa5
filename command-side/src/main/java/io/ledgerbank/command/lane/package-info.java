/** The command bus: decides commands one after the other, in batches that are appended and committed at once. */
@NullMarked
package io.ledgerbank.command.lane;

import org.jspecify.annotations.NullMarked;
