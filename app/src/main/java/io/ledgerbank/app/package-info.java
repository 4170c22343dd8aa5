/** The host: what surrounds the houses, one package per concern. */
@NullMarked
package io.ledgerbank.app;

import org.jspecify.annotations.NullMarked;
