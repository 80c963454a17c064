package org.jianxi.gateway.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which server to use. Without a URL it is the embedded one.
 *
 * @param url {@code jdbc:postgresql://…} of a server of yours
 * @param application the role the gateway works as; it needs only what the migrations grant
 * @param owner the role that migrates; the application's role when not given
 * @param port of the embedded server on loopback, 0 for any free one
 * @param attach look at the database and leave it as it is: a running embedded server is used, not taken over, and nothing is migrated
 * @param connections most connections this gateway keeps open
 */
@ConfigurationProperties("jianxi.database")
record DatabaseSettings(
        @Nullable String url,
        @Nullable Role application,
        @Nullable Role owner,
        @DefaultValue("0") int port,
        @DefaultValue("false") boolean attach,
        @DefaultValue("10") int connections) {

    /** A role whose password stands here or, better, alone in a file. */
    record Role(
            String user,
            @Nullable String password,
            @Nullable Path passwordFile) {

        Credentials credentials() {
            return new Credentials(user, secret());
        }

        private String secret() {
            if (passwordFile == null) {
                return password == null ? "" : password;
            }
            try {
                return Files.readString(passwordFile, StandardCharsets.UTF_8).strip();
            } catch (IOException unreadable) {
                throw new DatabaseUnavailable("Cannot read the password file of " + user, unreadable);
            }
        }
    }

    Credentials applicationCredentials() {
        if (application == null) {
            throw new DatabaseUnavailable("jianxi.database.url needs jianxi.database.application.user beside it");
        }
        return application.credentials();
    }

    Credentials ownerCredentials() {
        return owner == null ? applicationCredentials() : owner.credentials();
    }
}
