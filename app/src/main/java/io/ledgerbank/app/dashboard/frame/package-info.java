/** What all pages of the dashboard share: their frame, their theme, their assets, their words and how they tell errors. */
@NullMarked
package io.ledgerbank.app.dashboard.frame;

import org.jspecify.annotations.NullMarked;
