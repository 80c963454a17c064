package org.jianxi.gateway.flow.yearly;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.documents.JsonText;
import org.jianxi.gateway.evidence.YearArchive;
import org.jianxi.gateway.evidence.YearArchive.Document;
import org.jianxi.gateway.filing.LateExceptions;
import org.jianxi.gateway.filing.LateExceptions.LateException;
import org.jianxi.gateway.filing.ReturnedSubmissions;
import org.jianxi.gateway.filing.ReturnedSubmissions.SentBack;
import org.jianxi.gateway.filing.TypedAcknowledgements.Typed;
import org.jianxi.gateway.flow.Archive;
import org.jianxi.gateway.flow.EvidenceDesk;
import org.jianxi.gateway.flow.FilingStatus;
import org.jianxi.gateway.flow.FilingStatus.Progress;

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

    /** What the office did beside filing. */
    public record Office(LateExceptions exceptions, ReturnedSubmissions returned) {}

    /** Empty where nothing was filed for any month of the year. */
    public Optional<byte[]> of(int year) {
        var documents = new TreeMap<String, Document>();
        var months = new Year(year).months();
        months.forEach(period -> status.all(period).forEach(one -> filing(one, documents)));
        if (documents.isEmpty()) {
            return Optional.empty();
        }
        months.forEach(period -> office(period, documents));
        var now = clock.instant();
        var archive = new YearArchive(
                year,
                now,
                isOver(months.getLast(), now),
                documents,
                keys.revocations().get());
        return Optional.of(archive.write(keys.signer()));
    }

    private boolean isOver(Period last, Instant now) {
        return now.isAfter(calendar.deadlinesOf(last).provinceDeadline());
    }

    private void filing(Progress one, SortedMap<String, Document> documents) {
        var period = one.filed().period().toString();
        var revision = one.filed().revision();
        evidence.bundle(one.filed().period(), Optional.of(revision))
                .ifPresent(bundle -> documents.put(
                        YearArchive.path(period, revision, "bundle.asice"), new Document("evidence", bundle)));
        for (var at = 0; at < one.acknowledgements().size(); at++) {
            var signed = one.acknowledgements().get(at);
            var name = "acknowledgement-%03d.json".formatted(at + 1);
            documents.put(YearArchive.path(period, revision, name), new Document("acknowledgement", signed.content()));
            documents.put(
                    YearArchive.path(period, revision, name + ".p7s"),
                    new Document("acknowledgement", signed.signature()));
        }
        if (!one.typed().isEmpty()) {
            var typed = one.typed().stream().map(YearDesk::typed).toList();
            documents.put(
                    YearArchive.path(period, revision, "typed.json"),
                    new Document("acknowledgement", JsonText.of(Map.of("typedAcknowledgements", typed))));
        }
    }

    private void office(Period period, SortedMap<String, Document> documents) {
        var exceptions = office.exceptions().of(period);
        var returned = office.returned().of(period);
        if (exceptions.isEmpty() && returned.isEmpty()) {
            return;
        }
        var tree = new LinkedHashMap<String, Object>();
        tree.put("lateExceptions", exceptions.stream().map(YearDesk::exception).toList());
        tree.put("returnedToSenders", returned.stream().map(YearDesk::returned).toList());
        documents.put(YearArchive.path(period.toString(), "office.json"), new Document("office", JsonText.of(tree)));
    }

    private static Map<String, Object> typed(Typed one) {
        return facts(List.of(
                "number", one.number(),
                "verdict", one.verdict().wireName(),
                "receivedAt", one.receivedAt().toString(),
                "words", one.words(),
                "by", one.by(),
                "at", one.at().toString()));
    }

    private static Map<String, Object> exception(LateException one) {
        return facts(List.of(
                "sender", one.sender().code(),
                "until", one.until().toString(),
                "reason", one.reason(),
                "words", one.words(),
                "by", one.by(),
                "at", one.at().toString()));
    }

    private static Map<String, Object> returned(SentBack one) {
        var act = one.act();
        return facts(List.of(
                "submission", act.submission(),
                "sender", act.sender().code(),
                "reason", act.reason(),
                "words", act.words(),
                "by", act.by(),
                "at", act.at().toString(),
                "state", one.state()));
    }

    /** Name, value, name, value, in their order. */
    private static Map<String, Object> facts(List<String> namesAndValues) {
        var facts = new LinkedHashMap<String, Object>();
        for (var at = 0; at < namesAndValues.size(); at += 2) {
            facts.put(namesAndValues.get(at), namesAndValues.get(at + 1));
        }
        return facts;
    }
}
