package org.fingerpost.launcher.parts;

/** A service's database and the role that owns it. */
public record Account(String database, String role, String password, String jdbcUrl) {
    /** Without the password. */
    @Override
    public String toString() {
        return role + " at " + jdbcUrl;
    }
}
