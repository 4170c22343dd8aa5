/** Who people are and what they may do: ids, roles, callers and the events of users. */
@NullMarked
package io.ledgerbank.api.user;

import org.jspecify.annotations.NullMarked;
