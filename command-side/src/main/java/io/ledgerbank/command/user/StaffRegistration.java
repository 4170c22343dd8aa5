package io.ledgerbank.command.user;

import io.ledgerbank.api.user.Role;

/** Who is to become a user of any role, as an admin sends it. */
record StaffRegistration(EmailAddress email, FullName fullName, Password password, Role role) {}
