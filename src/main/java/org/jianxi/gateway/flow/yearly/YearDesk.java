package org.jianxi.gateway.flow.yearly;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.documents.JsonText;
import org.jianxi.gateway.evidence.YearArchive;
import org.jianxi.gateway.evidence.YearArchive.Documents;
import org.jianxi.gateway.filing.LateExceptions;
import org.jianxi.gateway.filing.LateExceptions.LateException;
import org.jianxi.gateway.filing.ReturnedSubmissions;
import org.jianxi.gateway.filing.ReturnedSubmissions.SentBack;
import org.jianxi.gateway.flow.Archive;
import org.jianxi.gateway.flow.EvidenceDesk;
import org.jianxi.gateway.flow.FilingStatus;
import org.jianxi.gateway.flow.FilingStatus.Progress;
import org.jianxi.gateway.flow.OfficeStatements;
import org.jianxi.gateway.flow.byhand.ByHandDesk;
import org.jianxi.gateway.signing.Signer;

/**
 * Puts a year together for keeping (年度归档): the evidence bundle of every filing, the ministry's words with their signatures, and why
 * lateness was excused and returns were sent back. Everything is read; nothing is written but a checkpoint.
 */
public record YearDesk(
        EvidenceDesk evidence,
        FilingStatus status,
        Office office,
        Archive.Keys keys,
        WorkingCalendar calendar,
        Clock clock) {

    private static final String ACKNOWLEDGEMENT = "acknowledgement";

    /** What the office did beside filing. */
    public record Office(LateExceptions exceptions, ReturnedSubmissions returned) {}

    /** An archive that is ready to go out. */
    public record Kept(YearArchive archive, Signer signer) {
        public void writeTo(OutputStream out) throws IOException {
            archive.writeTo(out, signer);
        }
    }

    /**
     * Empty where nothing was filed for any month of the year. Throws {@link org.jianxi.gateway.evidence.ArchiveTooLarge} for a year that no
     * verifier would read.
     */
    public Optional<Kept> of(int year) {
        var documents = new Documents();
        var months = new Year(year).months();
        months.forEach(period -> status.all(period).forEach(one -> filing(one, documents)));
        if (documents.all().isEmpty()) {
            return Optional.empty();
        }
        months.forEach(period -> office(period, documents));
        var now = clock.instant();
        var archive = new YearArchive(
                year,
                now,
                isOver(months.getLast(), now),
                documents.all(),
                keys.revocations().get());
        return Optional.of(new Kept(archive, keys.signer()));
    }

    private boolean isOver(Period last, Instant now) {
        return now.isAfter(calendar.deadlinesOf(last).provinceDeadline());
    }

    private void filing(Progress one, Documents documents) {
        var period = one.filed().period().toString();
        var revision = one.filed().revision();
        evidence.bundle(one.filed().period(), Optional.of(revision))
                .ifPresent(bundle ->
                        documents.put(YearArchive.path(period, revision, "bundle.asice"), "evidence", bundle));
        for (var at = 0; at < one.acknowledgements().size(); at++) {
            var signed = one.acknowledgements().get(at);
            var path = YearArchive.path(period, revision, "acknowledgement-%03d.json".formatted(at + 1));
            documents.put(path, ACKNOWLEDGEMENT, signed.content());
            documents.put(path + ".p7s", ACKNOWLEDGEMENT, signed.signature());
        }
        if (!one.typed().isEmpty()) {
            var typed = one.typed().stream().map(ByHandDesk::statement).toList();
            documents.put(
                    YearArchive.path(period, revision, "typed.json"),
                    ACKNOWLEDGEMENT,
                    JsonText.of(Map.of("typedAcknowledgements", typed)));
        }
    }

    private void office(Period period, Documents documents) {
        var exceptions = office.exceptions().of(period);
        var returned = office.returned().of(period);
        if (exceptions.isEmpty() && returned.isEmpty()) {
            return;
        }
        var tree = new LinkedHashMap<String, Object>();
        tree.put("lateExceptions", exceptions.stream().map(YearDesk::exception).toList());
        tree.put("returnedToSenders", returned.stream().map(YearDesk::returned).toList());
        documents.put(YearArchive.path(period.toString(), "office.json"), "office", JsonText.of(tree));
    }

    /** As the ledger has it, and the words that its digest is of. */
    private static Map<String, Object> exception(LateException one) {
        var facts = new LinkedHashMap<>(OfficeStatements.of(one));
        facts.put("words", one.words());
        return facts;
    }

    private static Map<String, Object> returned(SentBack one) {
        var facts = new LinkedHashMap<>(OfficeStatements.of(one.act()));
        facts.put("words", one.act().words());
        facts.put("state", one.state());
        return facts;
    }
}
