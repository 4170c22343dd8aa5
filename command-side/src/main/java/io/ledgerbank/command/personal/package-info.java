/** Keeps a key for each person, with which the log seals what it says of them, and forgets them by erasing it. */
@NullMarked
package io.ledgerbank.command.personal;

import org.jspecify.annotations.NullMarked;
