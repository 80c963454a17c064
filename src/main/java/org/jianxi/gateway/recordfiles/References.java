package org.jianxi.gateway.recordfiles;

import org.jspecify.annotations.Nullable;

/** The record that a record's field leads to. */
@FunctionalInterface
public interface References {

    /** Null where there is no record with that id. */
    @Nullable
    ReadRecord find(String field, String id);
}
