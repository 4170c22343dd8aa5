/** Makes people users, knows their passwords and roles, and lets them in. */
@NullMarked
package io.ledgerbank.command.user;

import org.jspecify.annotations.NullMarked;
