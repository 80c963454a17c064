package org.jianxi.gateway.inquiries;

import java.util.List;
import java.util.Optional;

/**
 * What inquiries are opened for: a family of kinds that is looked through, told of and closed in one way.
 *
 * @param wireName stands in the database, in notices and, with an s, in the interface's paths
 * @param kinds what may be suspected
 * @param outcomes what a side may have found
 */
public record Matter(String wireName, List<InquiryKind> kinds, List<InquiryOutcome> outcomes) {

    public Matter {
        kinds = List.copyOf(kinds);
        outcomes = List.copyOf(outcomes);
    }

    public Optional<InquiryKind> kind(String wireName) {
        return kinds.stream().filter(one -> one.wireName().equals(wireName)).findFirst();
    }

    public Optional<InquiryOutcome> outcome(String wireName) {
        return outcomes.stream().filter(one -> one.wireName().equals(wireName)).findFirst();
    }

    /** Who acts when it is not a person. */
    public String scan() {
        return wireName + "-scan";
    }

    /** Names one inquiry in the audit, in notices and where words are sealed. */
    public String place(long number) {
        return wireName + "/" + number;
    }
}
