package org.jianxi.gateway.transport.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where each SFTP account's files lie: a home that its owner takes for the whole file system, and beside it, out of the
 * owner's sight, the files we are done with.
 */
public record SftpHomes(Path root) {

    /** Where replies lie; its owner may read and remove them and nothing else. */
    static final String OUTBOX = "outbox";

    Path of(String login) {
        return root.resolve(login).resolve("home");
    }

    Path aside(String login) {
        return root.resolve(login);
    }

    Path created(String login) throws IOException {
        var home = of(login);
        Files.createDirectories(home.resolve("inbox"));
        Files.createDirectories(home.resolve(OUTBOX));
        return home;
    }
}
