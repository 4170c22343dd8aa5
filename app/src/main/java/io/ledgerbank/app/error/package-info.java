/** What of the error catalogue is set by whoever runs the service. */
@NullMarked
package io.ledgerbank.app.error;

import org.jspecify.annotations.NullMarked;
