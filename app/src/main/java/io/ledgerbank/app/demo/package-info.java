/** Payments that keep flowing by themselves in a demonstration, so that there is something to look at. */
@NullMarked
package io.ledgerbank.app.demo;

import org.jspecify.annotations.NullMarked;
