/** Which external banks this installation pays to, and the simulated one that comes with the embedded default. */
@NullMarked
package io.ledgerbank.app.bank;

import org.jspecify.annotations.NullMarked;
