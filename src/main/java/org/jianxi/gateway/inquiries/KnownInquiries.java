package org.jianxi.gateway.inquiries;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.inquiries.Inquiry.State;

/**
 * What was asked before, so that the same evidence is asked about once. A suspicion that rests on part of an inquiry's records is
 * covered by it: whoever answered for five has answered for four of them.
 */
final class KnownInquiries {

    private final Map<Digest, Inquiry> newest = new HashMap<>();
    private final Map<String, List<Inquiry>> byRecord = new HashMap<>();

    /** @param oldestFirst of one matter */
    KnownInquiries(List<Inquiry> oldestFirst) {
        for (var one : oldestFirst) {
            newest.put(one.subject(), one);
        }
        for (var one : newest.values()) {
            if (one.state() != State.LAPSED) {
                one.evidence()
                        .forEach(record -> byRecord.computeIfAbsent(key(one.kind(), record), key -> new ArrayList<>())
                                .add(one));
            }
        }
    }

    /** The inquiry that asks about it, or asked and was answered. */
    Optional<Inquiry> covering(Suspicion suspicion) {
        var same = Optional.ofNullable(newest.get(suspicion.subject())).filter(one -> one.state() != State.LAPSED);
        return same.or(() ->
                byRecord.getOrDefault(key(suspicion.kind(), suspicion.evidence().getFirst()), List.of()).stream()
                        .filter(one -> covers(one, suspicion))
                        .findFirst());
    }

    private static boolean covers(Inquiry one, Suspicion suspicion) {
        var asked = one.evidence().stream().map(Evidence::name).collect(Collectors.toCollection(HashSet::new));
        return suspicion.evidence().stream().map(Evidence::name).allMatch(asked::contains);
    }

    /** How many inquiries about these very records lapsed before. */
    int lapsedBefore(Suspicion suspicion) {
        return Optional.ofNullable(newest.get(suspicion.subject()))
                .map(one -> one.occurrence() + 1)
                .orElse(0);
    }

    List<Inquiry> open() {
        return newest.values().stream().filter(Inquiry::isOpen).toList();
    }

    private static String key(InquiryKind kind, Evidence evidence) {
        return kind.wireName() + "/" + evidence.name();
    }
}
