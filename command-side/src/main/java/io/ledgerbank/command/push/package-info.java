/** Tells those who follow the log on other nodes that it has grown. */
@NullMarked
package io.ledgerbank.command.push;

import org.jspecify.annotations.NullMarked;
