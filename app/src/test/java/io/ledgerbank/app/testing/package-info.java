/** What tests of the whole application share: one started on a database of its own, and a client of it. */
@NullMarked
package io.ledgerbank.app.testing;

import org.jspecify.annotations.NullMarked;
