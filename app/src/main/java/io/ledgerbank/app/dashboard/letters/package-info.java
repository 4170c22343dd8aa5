/** Dead letters: what failed for good, and what people decide about it. */
@NullMarked
package io.ledgerbank.app.dashboard.letters;

import org.jspecify.annotations.NullMarked;
