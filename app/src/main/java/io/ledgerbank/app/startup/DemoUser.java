package io.ledgerbank.app.startup;

import io.ledgerbank.api.user.Role;

/** The people whom a start without an external database knows. Their passwords are public: none exists anywhere else. */
public enum DemoUser {
    ADMIN("admin@example.com", "admin-demo-password", Role.ADMIN),
    SECOND_ADMIN("admin2@example.com", "admin2-demo-password", Role.ADMIN),
    SUPPORT("support@example.com", "support-demo-pass", Role.SUPPORT),
    ALICE("alice@example.com", "alice-demo-pass", Role.USER),
    BOB("bob@example.com", "bob-demo-pass", Role.USER);

    private final String email;
    private final String password;
    private final Role role;

    DemoUser(String email, String password, Role role) {
        this.email = email;
        this.password = password;
        this.role = role;
    }

    public String email() {
        return email;
    }

    public String password() {
        return password;
    }

    public Role role() {
        return role;
    }
}
