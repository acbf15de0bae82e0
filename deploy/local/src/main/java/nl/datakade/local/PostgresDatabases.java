package nl.datakade.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;

/** Makes databases, roles and schemas the way every Datakade service expects them. */
public final class PostgresDatabases {

    /** To be raised when what is made below changes. */
    static final int LAYOUT = 2;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    /** The same file that an operator runs with psql. */
    private static final String DISCLOSURE_LOG = script("disclosure-log.sql");

    private final String url;
    private final String user;
    private final String password;

    /** Reached as a superuser, over a URL that names any database of the server. */
    public PostgresDatabases(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    public boolean exists(String database) {
        try (var connection = connect(url);
                var query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, database);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** An empty database with the extensions that services may use. */
    public void create(String database) {
        execute(url, "create database " + name(database));
        execute(
                urlOf(database),
                "revoke all on schema public from public",
                "grant usage on schema public to public",
                "create extension pg_trgm",
                "create extension unaccent");
    }

    /** A database that belongs to a role of its own. */
    public void create(String database, String owner, String ownerPassword) {
        execute(
                url,
                "create role " + name(owner) + " login password " + literal(ownerPassword),
                "create database " + name(database) + " owner " + owner);
    }

    /**
     * A role that can log in and owns the schema named after its service, and nothing else. The disclosure log that access
     * appends to belongs to another role.
     */
    public void addService(String database, String service, String role, String rolePassword) {
        execute(
                urlOf(database),
                "create role " + name(role) + " login password " + literal(rolePassword),
                "create schema " + name(service) + " authorization " + role,
                "alter role " + role + " in database " + name(database) + " set search_path = " + service + ", public");
        if (service.equals("access")) {
            addDisclosureLog(database, role);
        }
    }

    /** The log of access, if the database does not have it yet. */
    void addDisclosureLog(String database, String role) {
        if (!hasSchema(database, "disclosure")) {
            execute(
                    urlOf(database),
                    DISCLOSURE_LOG.replace(":\"service\"", name(role)).replace(":\"owner\"", name(role + "_log")));
        }
    }

    private boolean hasSchema(String database, String schema) {
        try (var connection = connect(urlOf(database));
                var query = connection.prepareStatement("select 1 from pg_namespace where nspname = ?")) {
            query.setString(1, schema);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public void drop(String database, String role) {
        execute(
                url,
                "drop database if exists " + name(database) + " with (force)",
                "drop role if exists " + name(role));
    }

    /** The same server and parameters, another database. */
    public String urlOf(String database) {
        return url.replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + name(database));
    }

    private void execute(String at, String... statements) {
        try (var connection = connect(at);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private Connection connect(String at) throws SQLException {
        return DriverManager.getConnection(at, user, password);
    }

    private StackProblem failed(SQLException cause) {
        return new StackProblem("PostgreSQL at %s refused: %s.".formatted(url, cause.getMessage()), cause);
    }

    private static String script(String name) {
        try (var script = Objects.requireNonNull(PostgresDatabases.class.getResourceAsStream(name))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a plain SQL name: " + name);
        }
        return name;
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
