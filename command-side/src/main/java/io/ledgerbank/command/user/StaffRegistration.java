package io.ledgerbank.command.user;

import io.ledgerbank.api.user.Role;

/** What an admin sends to make somebody a user of any role. */
record StaffRegistration(EmailAddress email, FullName fullName, Password password, Role role) {}
