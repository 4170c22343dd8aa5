/** Tells whoever watches what happens to sagas, payments and projections, while it happens. */
@NullMarked
package io.ledgerbank.query.stream;

import org.jspecify.annotations.NullMarked;
