package org.jianxi.gateway.mapping;

/** A merged range of data cells and what its first cell says. */
final class MergedCell {

    private final A1.Range range;
    private final Value value;
    private boolean told;

    MergedCell(A1.Range range, Value value) {
        this.range = range;
        this.value = value;
    }

    A1.Range range() {
        return range;
    }

    Value value() {
        return value;
    }

    /** Whether this is the first time that anybody is told of it. */
    boolean isNews() {
        var isNews = !told;
        told = true;
        return isNews;
    }
}
