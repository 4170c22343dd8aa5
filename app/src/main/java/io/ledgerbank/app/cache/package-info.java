/** Where answers are kept for a while: in memory or in Redis, as one property says. */
@NullMarked
package io.ledgerbank.app.cache;

import org.jspecify.annotations.NullMarked;
