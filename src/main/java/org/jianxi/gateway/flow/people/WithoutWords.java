package org.jianxi.gateway.flow.people;

import org.jspecify.annotations.Nullable;

/** An exception as it may be logged where people's records were read: kinds and places, and no message, which could hold a value. */
public final class WithoutWords extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private WithoutWords(String kind, @Nullable Throwable cause) {
        super(kind, cause);
    }

    public static WithoutWords of(Throwable told) {
        var cause = told.getCause();
        var bare = new WithoutWords(told.getClass().getName(), cause == null || cause == told ? null : of(cause));
        bare.setStackTrace(told.getStackTrace());
        return bare;
    }
}
