package io.ledgerbank.command.user;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import java.time.Instant;

/** What a valid access token says. The role is the one at its issue; {@link LiveSessions} has the current one. */
public record AccessToken(UserId userId, Role role, SessionId session, Instant expiresAt) {}
