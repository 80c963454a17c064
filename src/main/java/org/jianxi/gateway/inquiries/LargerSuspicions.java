package org.jianxi.gateway.inquiries;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Suspicions that take the place of an inquiry, because they rest on its records and on more. */
final class LargerSuspicions {

    private final Map<String, List<Suspicion>> byRecord = new HashMap<>();

    LargerSuspicions(List<Suspicion> suspicions) {
        for (var one : suspicions) {
            one.evidence()
                    .forEach(record -> byRecord.computeIfAbsent(record.name(), name -> new ArrayList<>())
                            .add(one));
        }
    }

    /** Whether one of them rests on all of this inquiry's records. */
    boolean hold(Inquiry inquiry) {
        var names = inquiry.evidence().stream().map(Evidence::name).toList();
        return byRecord.getOrDefault(names.getFirst(), List.of()).stream()
                .filter(one -> one.kind().equals(inquiry.kind()))
                .anyMatch(one -> one.evidence().stream()
                        .map(Evidence::name)
                        .collect(Collectors.toCollection(HashSet::new))
                        .containsAll(names));
    }
}
