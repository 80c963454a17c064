package org.jianxi.gateway.transport.mail;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.flow.Outcome;

/**
 * What became of one letter.
 *
 * @param documents one for each document that was offered
 * @param findings what was wrong with the letter, or with what stood in it and was not offered
 */
record LetterVerdict(List<OfDocument> documents, List<Finding> findings) {

    /** @param outcome of the flow */
    record OfDocument(String name, Outcome outcome) {

        Optional<Outcome.Accepted> accepted() {
            return outcome instanceof Outcome.Accepted accepted ? Optional.of(accepted) : Optional.empty();
        }

        Optional<Outcome.Returned> returned() {
            return outcome instanceof Outcome.Returned returned ? Optional.of(returned) : Optional.empty();
        }
    }

    LetterVerdict {
        documents = List.copyOf(documents);
        findings = List.copyOf(findings);
    }

    static LetterVerdict refused(List<Finding> findings) {
        return new LetterVerdict(List.of(), findings);
    }

    /** Whether something in it was not decided, so that the letter must be offered again as it is. */
    boolean isUnfinished() {
        return documents.stream().anyMatch(document -> document.outcome() instanceof Outcome.Unfinished);
    }

    /** Whether all that was in it was accepted. */
    boolean isGood() {
        return findings.isEmpty()
                && !documents.isEmpty()
                && documents.stream().allMatch(document -> document.accepted().isPresent());
    }
}
