package org.jianxi.gateway.flow.handover;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.handover.Leavers;
import org.jianxi.gateway.records.LookReason;
import org.jianxi.gateway.records.Looks;
import org.jianxi.gateway.records.RecordStore;
import org.jianxi.gateway.signing.SaltedLeaf;

/** Who stands in a list, opened one by one with a look written down for each, and how they are written. */
record People(Leavers leavers, RecordStore store, Looks looks, HandoverList list) {

    /** Whoever was erased meanwhile is left out. */
    List<SaltedLeaf> open(List<Leavers.Place> places, LookReason reason, Instant now) {
        return places.stream()
                .map(place -> store.find(place.submission(), place.number()))
                .flatMap(Optional::stream)
                .map(found -> looks.open(found, reason, now))
                .flatMap(Optional::stream)
                .toList();
    }
}
