/** The page that operators keep open: how payments fare this minute and were faring within the hour. */
@NullMarked
package io.ledgerbank.app.dashboard.overview;

import org.jspecify.annotations.NullMarked;
