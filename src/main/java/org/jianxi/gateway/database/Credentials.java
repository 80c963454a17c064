package org.jianxi.gateway.database;

/** A role's name and password. Its text never shows the password. */
public record Credentials(String user, String password) {

    @Override
    public String toString() {
        return "Credentials[" + user + "]";
    }
}
