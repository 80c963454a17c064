package org.jianxi.gateway.flow.people;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.mapping.MappingFile;

/**
 * What a first reading found in a batch.
 *
 * @param definition SM3 of the dataset's file
 * @param mapping it was read with; empty for the canonical form
 * @param sender whose it is, by the call or by what it says
 * @param stands whether what it says may stand, in whole or without the bad records
 * @param good how many records would stand
 * @param aside numbers of those that would not
 * @param held every record of a batch that is not too large for that, until it is kept
 */
public record BatchRead(
        Dataset dataset,
        Digest definition,
        BatchPaper paper,
        Optional<MappingFile> mapping,
        Optional<Sender> sender,
        Optional<Period> period,
        List<Finding> findings,
        boolean stands,
        long good,
        BitSet aside,
        Optional<List<CanonicalRecord>> held) {

    public BatchRead {
        findings = List.copyOf(findings);
        aside = (BitSet) aside.clone();
    }

    /** Names the dataset and nothing of what it says. */
    @Override
    public String toString() {
        return "%s, %d records".formatted(dataset.id(), good);
    }
}
