package org.jianxi.gateway.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be started, reached or trusted to keep what it is given. The message says what to look at. */
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseUnavailable(String message) {
        this(message, null);
    }

    public DatabaseUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
