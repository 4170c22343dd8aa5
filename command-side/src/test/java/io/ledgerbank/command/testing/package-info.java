/** What the tests of this house share: the house on its own, on a real PostgreSQL, behind the thinnest of edges. */
@NullMarked
package io.ledgerbank.command.testing;

import org.jspecify.annotations.NullMarked;
