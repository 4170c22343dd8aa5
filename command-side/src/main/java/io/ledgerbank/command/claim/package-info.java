/** Makes keys unique across the whole bank. */
@NullMarked
package io.ledgerbank.command.claim;

import org.jspecify.annotations.NullMarked;
