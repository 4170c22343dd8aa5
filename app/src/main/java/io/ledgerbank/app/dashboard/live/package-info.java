/** What happens, told to open pages while it happens. */
@NullMarked
package io.ledgerbank.app.dashboard.live;

import org.jspecify.annotations.NullMarked;
