package org.jianxi.gateway.inquiries;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.signing.Sm3;

/** What a look through the records found doubtful, with the records that make it so. */
public record Suspicion(InquiryKind kind, List<Evidence> evidence) {

    public Suspicion {
        evidence =
                evidence.stream().sorted(Comparator.comparing(Evidence::name)).toList();
    }

    /** Who is asked. */
    public SortedSet<Sender> sides() {
        return evidence.stream()
                .map(Evidence::sender)
                .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(Sender::code))));
    }

    /** The same for the same records, whatever they say. */
    public Digest subject() {
        var names = evidence.stream().map(Evidence::name).collect(Collectors.joining("\n"));
        return Sm3.of((kind.wireName() + "\n" + names).getBytes(StandardCharsets.UTF_8));
    }
}
