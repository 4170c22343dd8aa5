package io.ledgerbank.testing;

/** The two roles of every LedgerBank database. Their passwords guard nothing: the test server holds test data only. */
enum TestRole {
    OWNER("ledgerbank_owner", "owner-in-tests"),
    APP("ledgerbank_app", "app-in-tests");

    private final String user;
    private final String password;

    TestRole(String user, String password) {
        this.user = user;
        this.password = password;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }
}
