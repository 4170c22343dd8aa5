/** How the machinery fares: projections, queues and banks. */
@NullMarked
package io.ledgerbank.app.dashboard.system;

import org.jspecify.annotations.NullMarked;
