/** Makes a repeated request get its first answer instead of happening twice. */
@NullMarked
package io.ledgerbank.command.idempotency;

import org.jspecify.annotations.NullMarked;
