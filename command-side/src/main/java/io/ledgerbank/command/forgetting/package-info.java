/** Forgets people: erases their key, writes down that it did, and finishes what a crash has interrupted. */
@NullMarked
package io.ledgerbank.command.forgetting;

import org.jspecify.annotations.NullMarked;
