package org.jianxi.gateway.mapping.table;

import org.jianxi.gateway.mapping.notation.A1;

/** A merged range of data cells and what its first cell says. */
public final class MergedCell {

    private final A1.Range range;
    private final Value value;
    private boolean told;

    MergedCell(A1.Range range, Value value) {
        this.range = range;
        this.value = value;
    }

    public A1.Range range() {
        return range;
    }

    public Value value() {
        return value;
    }

    /** Whether this is the first time that anybody is told of it. */
    public boolean isNews() {
        var isNews = !told;
        told = true;
        return isNews;
    }
}
