package org.jianxi.gateway.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.documents.ExplanationJson;
import org.jianxi.gateway.documents.FindingJson;
import org.jianxi.gateway.flow.Recorder.Case;
import org.jianxi.gateway.flow.people.BatchRead;
import org.jianxi.gateway.flow.people.Manifest;
import org.jianxi.gateway.forms.CanonicalJson;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.ledger.Arrival;
import org.jianxi.gateway.ledger.Decision;
import org.jianxi.gateway.ledger.ReturnKey;
import org.jianxi.gateway.ledger.StoredSubmission;
import org.jianxi.gateway.ledger.Verdict;
import org.jianxi.gateway.ledger.Versions;
import tools.jackson.databind.json.JsonMapper;

/** Puts a verdict into the words the ledger keeps, with the versions of everything it rests on. */
public final class Judgements {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String NOTHING = "[]";

    private final ReturnForms forms;
    private final WorkingCalendar calendar;
    private final Digest calendarFiles;

    /** @param calendarFiles SM3 of the files the calendar was read from */
    public Judgements(ReturnForms forms, WorkingCalendar calendar, Digest calendarFiles) {
        this.forms = forms;
        this.calendar = calendar;
        this.calendarFiles = calendarFiles;
    }

    StoredSubmission accepted(String id, Arrival arrival, Case one, MonthlyReturn content) {
        var form = formOf(content);
        var key = new ReturnKey(content.sender(), one.delivery().dataset(), content.period());
        var decision = decision(Verdict.ACCEPTED, one, Optional.of(key), Optional.of(form))
                .accepting(content.revision(), CanonicalJson.write(content, form));
        return stored(id, arrival, one.delivery(), Optional.of(key), decision);
    }

    /** A batch of records has no deadline, as records come at any time of the month. */
    StoredSubmission accepted(String id, Arrival arrival, Case one, Manifest manifest) {
        var key = new ReturnKey(manifest.sender(), manifest.dataset(), manifest.period());
        var decision = decision(Verdict.ACCEPTED, one, Optional.empty(), Optional.empty())
                .accepting(manifest.revision(), manifest.bytes());
        return stored(id, arrival, one.delivery(), Optional.of(key), decision);
    }

    StoredSubmission rejected(String id, Arrival arrival, Case one) {
        var key = one.examined().reading().key(one.delivery());
        var due = one.examined().reading().batch().isPresent() ? Optional.<ReturnKey>empty() : key;
        var decision = decision(Verdict.REJECTED, one, due, formTried(one));
        return stored(id, arrival, one.delivery(), key, decision);
    }

    /** Only the bytes are kept, and that nothing was decided about them. */
    StoredSubmission undecided(String id, Arrival arrival, Delivery delivery, Instant at) {
        var decision = new Decision(
                Verdict.UNDECIDED,
                at,
                Optional.empty(),
                Optional.empty(),
                new Versions("", "", "", calendar.version(), calendarFiles.hex()),
                "",
                false,
                NOTHING,
                NOTHING,
                Optional.empty(),
                "{}");
        return new StoredSubmission(id, delivery.sender(), delivery.dataset(), delivery.period(), arrival, decision);
    }

    List<Finding> findingsOf(StoredSubmission submission) {
        return FindingJson.read(JSON.readTree(submission.decision().findings()));
    }

    ReturnForm formOf(MonthlyReturn content) {
        return forms.find(content.form()).orElseThrow();
    }

    /** The edition that a refused return was judged by, where it came that far. */
    private Optional<ReturnForm> formTried(Case one) {
        return one.examined().judgement().form().flatMap(forms::find);
    }

    private Decision decision(Verdict verdict, Case one, Optional<ReturnKey> key, Optional<ReturnForm> form) {
        var examined = one.examined();
        var deadlines = key.map(known -> calendar.deadlinesOf(known.period()));
        var definition = form.map(ReturnForm::digest)
                .or(() -> examined.reading().batch().map(BatchRead::definition))
                .map(Digest::hex)
                .orElse("");
        return new Decision(
                verdict,
                one.decidedAt(),
                Optional.empty(),
                form.map(ReturnForm::id),
                new Versions(
                        definition, examined.reading().mapping(), definition, calendar.version(), calendarFiles.hex()),
                deadlines.map(known -> known.unitDay().toString()).orElse(""),
                deadlines
                        .map(known -> known.isLate(one.delivery().receivedAt()))
                        .orElse(false),
                JSON.writeValueAsString(FindingJson.list(examined.findings())),
                JSON.writeValueAsString(
                        ExplanationJson.list(examined.judgement().explanations())),
                Optional.empty(),
                PlacesText.write(examined.reading().places()));
    }

    private static StoredSubmission stored(
            String id, Arrival arrival, Delivery delivery, Optional<ReturnKey> key, Decision decision) {
        return new StoredSubmission(
                id, key.map(ReturnKey::sender), delivery.dataset(), key.map(ReturnKey::period), arrival, decision);
    }
}
