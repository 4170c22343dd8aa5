/** The application's entry point; it lives in the root so that every house is found by component scan. */
@NullMarked
package io.ledgerbank;

import org.jspecify.annotations.NullMarked;
