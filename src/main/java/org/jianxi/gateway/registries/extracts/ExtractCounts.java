package org.jianxi.gateway.registries.extracts;

import org.jianxi.gateway.canonical.Place;

/**
 * What was counted while an extract was read.
 *
 * @param rows of its tables, behind their headers
 * @param unusable rows in which somebody stands without a citizen's number, or nobody
 * @param entries people with a number, as often as they stand there
 * @param repeated entries that say the very same as another
 * @param firstUnusable where the first of the unusable rows is
 */
record ExtractCounts(long rows, long unusable, long entries, long repeated, Place firstUnusable) {

    static final ExtractCounts NONE = new ExtractCounts(0, 0, 0, 0, Place.WHOLE);

    ExtractCounts repeated(long many) {
        return new ExtractCounts(rows, unusable, entries, many, firstUnusable);
    }
}
