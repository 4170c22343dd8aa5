package io.ledgerbank.command.account;

import io.ledgerbank.api.user.Caller;

/** All that the policies of a change may know: who asks for it, and of which account. */
record ChangeFacts(Caller caller, AccountFacts account) {}
