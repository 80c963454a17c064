package org.jianxi.gateway.rollup;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Place;

/**
 * Where one accepted return lies and where its figures stood in what the sender sent.
 *
 * @param submissionId the submission's id; offline, the file's name
 * @param digest SM3 of the bytes as received
 * @param ledgerPosition its entry in the ledger; empty offline, where there is no ledger
 * @param places the source place of each figure, by indicator
 */
public record Origin(String submissionId, Digest digest, Optional<Long> ledgerPosition, Map<Integer, Place> places) {

    public Origin {
        places = Collections.unmodifiableMap(new TreeMap<>(places));
    }

    /** The place of a figure; where it is unknown, the indicator alone. */
    public Place placeOf(int indicator) {
        return places.getOrDefault(indicator, Place.WHOLE).forIndicator(indicator);
    }
}
