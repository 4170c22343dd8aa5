package io.ledgerbank.app.startup;

import io.ledgerbank.api.user.Role;

/** The people whom a start without an external database knows. Their passwords are public: none exists anywhere else. */
public enum DemoUser {
    ADMIN("Ada Admin", "admin@example.com", "admin-demo-password", Role.ADMIN),
    SECOND_ADMIN("Adam Admin", "admin2@example.com", "admin2-demo-password", Role.ADMIN),
    SUPPORT("Sue Support", "support@example.com", "support-demo-pass", Role.SUPPORT),
    ALICE("Alice Example", "alice@example.com", "alice-demo-pass", Role.USER),
    BOB("Bob Example", "bob@example.com", "bob-demo-pass", Role.USER);

    private final String fullName;
    private final String email;
    private final String password;
    private final Role role;

    DemoUser(String fullName, String email, String password, Role role) {
        this.fullName = fullName;
        this.email = email;
        this.password = password;
        this.role = role;
    }

    public String fullName() {
        return fullName;
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
