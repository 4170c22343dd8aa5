/** Requests that nobody thought of, made from the API's own description and a seed. */
@NullMarked
package io.ledgerbank.app.fuzz;

import org.jspecify.annotations.NullMarked;
