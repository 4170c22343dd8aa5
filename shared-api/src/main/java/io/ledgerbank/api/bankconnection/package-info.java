/** What is said about customers' links to accounts at outside banks. */
@NullMarked
package io.ledgerbank.api.bankconnection;

import org.jspecify.annotations.NullMarked;
