/** What tests of several houses share: one real PostgreSQL per test JVM, and a fresh database for whoever asks. */
@NullMarked
package io.ledgerbank.testing;

import org.jspecify.annotations.NullMarked;
