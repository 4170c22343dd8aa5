/** Where requests come from, over which connection, and how many of them are answered. */
@NullMarked
package io.ledgerbank.app.traffic;

import org.jspecify.annotations.NullMarked;
