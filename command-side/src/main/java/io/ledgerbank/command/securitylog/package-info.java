/** What happened to the bank's doors: logins, refusals and what operators did, in a stream of its own that only grows. */
@NullMarked
package io.ledgerbank.command.securitylog;

import org.jspecify.annotations.NullMarked;
