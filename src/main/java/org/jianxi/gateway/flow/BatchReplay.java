package org.jianxi.gateway.flow;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.flow.people.BatchReading;
import org.jianxi.gateway.flow.people.Manifest;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.ledger.StoredSubmission;
import org.jianxi.gateway.mapping.MappingFile;

/**
 * Makes verdicts on batches of people's records again, with the mapping of then and with another, and tells nothing of anybody. Clauses
 * that need the trainee behind a placement are not judged again: no person is looked up for a trial.
 */
final class BatchReplay {

    private final Batches batches;
    private final Grounds recorded;
    private final ReturnForms forms;

    /** @param batches that look nobody up */
    BatchReplay(Batches batches, Grounds recorded, ReturnForms forms) {
        this.batches = batches;
        this.recorded = recorded;
        this.forms = forms;
    }

    /** Whether it is of records that are kept; others were never decided by what they say. */
    boolean reads(MappingFile tried) {
        return batches.takes(tried.dataset());
    }

    /** What would have come out otherwise by {@code tried}; empty when nothing. */
    Optional<ReplayChange> change(ReplayedDelivery one, MappingFile tried) throws NotReproducible {
        var before = read(one, mapping(one.submission()));
        require(one, before);
        var chosen = MappingShelf.choose(Optional.of(tried), one.delivery().mediaType(), Optional::empty);
        return ReplayChange.between(one, before, read(one, chosen));
    }

    private ReplayedBatch read(ReplayedDelivery one, Optional<MappingFile> mapping) {
        var reading = batches.read(one.delivery(), mapping);
        var batch = reading.batch().orElseThrow();
        var examined = Batches.together(one.delivery(), reading, batch, one.ruling());
        var marks = new RecordMarks();
        if (examined.acceptedBatch().isPresent()) {
            batches.reading().again(batch, marks::note);
        }
        return new ReplayedBatch(examined, batch, marks);
    }

    private Optional<MappingFile> mapping(StoredSubmission submission) throws NotReproducible {
        var digest = submission.decision().versions().mapping();
        if (digest.isEmpty()) {
            return Optional.empty();
        }
        var written = recorded.bytes(digest).orElseThrow(() -> NotReproducible.missing("映射", "mapping", digest));
        try {
            return Optional.of(batches.reading().kept(written, forms));
        } catch (FileProblem misfit) {
            throw new NotReproducible(new Bilingual(
                    "映射与数据字典不相合：" + misfit.getMessage(),
                    "the mapping does not fit the dictionary: " + misfit.getMessage()));
        }
    }

    private static void require(ReplayedDelivery one, ReplayedBatch again) throws NotReproducible {
        var decision = one.submission().decision();
        var found = one.recordedFindings();
        if (found.stream().anyMatch(finding -> finding.isError() && isOfTrainees(finding))) {
            throw new NotReproducible(new Bilingual(
                    "当时按另行报送的见习人员核对了年龄或毕业年限，重做时不再查找任何人",
                    "it was judged by trainees that were delivered apart, and a trial looks nobody up"));
        }
        Reproduction.require(
                again.read().definition().hex().equals(decision.versions().definition()), "数据集定义", "definition");
        Reproduction.require(decision.verdict() == again.verdict(), "结论", "verdict");
        Reproduction.require(one.submission().sender().equals(again.read().sender()), "填报单位", "sender");
        Reproduction.require(one.submission().period().equals(again.read().period()), "报告期", "period");
        Reproduction.require(
                Replayed.counted(withoutTrainees(found)).equals(Replayed.counted(again.findings())),
                "问题清单",
                "findings");
        var records = decision.canonical().map(Manifest::read).map(Manifest::records);
        Reproduction.require(records.orElse(0L) == again.good(), "记录数", "number of records");
    }

    private static List<Finding> withoutTrainees(List<Finding> findings) {
        return findings.stream().filter(finding -> !isOfTrainees(finding)).toList();
    }

    private static boolean isOfTrainees(Finding finding) {
        return BatchReading.OF_STANDING.contains(finding.rule());
    }
}
