package io.ledgerbank.testing;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of its own for one test: {@code username} is the service's role ({@code ledgerbank_app}), {@code
 * ownerUsername} the one that owns the event log and the identities. The URL carries no credentials.
 */
public record TestDatabase(String url, String username, String password, String ownerUsername, String ownerPassword) {

    /** Connects as the service does; unpooled, so every call of {@code getConnection} is a new connection. */
    public DataSource dataSource() {
        return connectingAs(username, password);
    }

    /** Connects as the owner of {@code eventlog} and {@code identity}; unpooled. */
    public DataSource ownerDataSource() {
        return connectingAs(ownerUsername, ownerPassword);
    }

    /** The properties that point a started application at this database, the owner's for its migrations and the key of its log included. */
    public String[] springProperties() {
        return new String[] {
            "spring.datasource.url=" + url,
            "spring.datasource.username=" + username,
            "spring.datasource.password=" + password,
            "spring.flyway.user=" + ownerUsername,
            "spring.flyway.password=" + ownerPassword,
            "ledgerbank.signing.key=" + TestSigningKey.PKCS8
        };
    }

    private DataSource connectingAs(String user, String secret) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(user);
        dataSource.setPassword(secret);
        return dataSource;
    }
}
