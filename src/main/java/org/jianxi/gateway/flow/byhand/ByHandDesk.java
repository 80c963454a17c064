package org.jianxi.gateway.flow.byhand;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.filing.Acknowledgement.Verdict;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.filing.FiledReturns.Filed;
import org.jianxi.gateway.filing.FilingStore;
import org.jianxi.gateway.filing.OutboxState;
import org.jianxi.gateway.filing.TypedAcknowledgements;
import org.jianxi.gateway.filing.TypedAcknowledgements.Typed;
import org.jianxi.gateway.flow.FlowRule;
import org.jianxi.gateway.flow.OfficeStep;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.ledger.LedgerLog;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes the ministry's word as an officer types it, where returns are handed in and nothing signed comes back. It settles the return and
 * is marked as what it is; a word that the ministry signed is never typed over.
 */
public record ByHandDesk(
        FiledReturns filed, FilingStore store, TypedAcknowledgements typed, boolean byHand, Acts acts) {

    /** The kind of entry it makes in the ledger. */
    public static final String ENTRY = "acknowledgement-typed";

    /**
     * What doing it takes.
     *
     * @param rejected who is told that the ministry sent a return back
     */
    public record Acts(
            LedgerLog log,
            Audit audit,
            Consumer<Filed> rejected,
            TransactionOperations transaction,
            ZoneId zone,
            Clock clock) {}

    /** @param revision of the filing in its month */
    public OfficeStep enter(Period period, int revision, TypedWord word, String officer) {
        var one = filed.find(period, revision);
        if (!byHand || one.isEmpty()) {
            return new OfficeStep.NotThere();
        }
        return Objects.requireNonNull(acts.transaction().execute(status -> entered(one.get(), word, officer)));
    }

    private OfficeStep entered(Filed one, TypedWord word, String officer) {
        filed.lock(one.period());
        if (store.outbox().lock(one.messageId()).isEmpty()) {
            return new OfficeStep.NotThere();
        }
        if (!store.acknowledgements().of(one.messageId()).isEmpty()) {
            var message =
                    new Bilingual("部里已有签名回执，不再人工登记", "the ministry's signed word is there; nothing is typed over it");
            return new OfficeStep.NotNow(List.of(Finding.error(FlowRule.TYPED_ACKNOWLEDGEMENT, Place.WHOLE, message)));
        }
        var earlier = typed.of(one.messageId());
        var now = acts.clock().instant();
        var wrong = word.findings(one.filedAt(), now, acts.zone(), !earlier.isEmpty());
        if (!wrong.isEmpty()) {
            return new OfficeStep.Wrong(wrong);
        }
        record(one, typed(one, word, officer, now), earlier.size() + 1);
        return new OfficeStep.Done();
    }

    private Typed typed(Filed one, TypedWord word, String officer, Instant now) {
        return new Typed(
                one.messageId(),
                word.number(),
                word.rejected() ? Verdict.REJECTED : Verdict.ACCEPTED,
                word.receivedAt(acts.zone()).orElseThrow(),
                word.words(),
                officer,
                now);
    }

    private void record(Filed one, Typed said, int count) {
        var entry = acts.log().append(ENTRY, said.messageId() + "/" + count, statement(said), said.at());
        typed.add(said, entry.position());
        var rejected = said.verdict() == Verdict.REJECTED;
        store.outbox().settle(said.messageId(), rejected ? OutboxState.REJECTED : OutboxState.ACKNOWLEDGED);
        acts.audit().record(said.at(), new Audit.Deed(said.by(), ENTRY, said.messageId(), said.number()));
        if (rejected) {
            acts.rejected().accept(one);
        }
    }

    /** What the ledger says of it. */
    public static Map<String, Object> statement(Typed one) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("message", one.messageId());
        facts.put("number", one.number());
        facts.put("verdict", one.verdict().wireName());
        facts.put("receivedAt", one.receivedAt().toString());
        facts.put("text", one.words());
        facts.put("by", one.by());
        facts.put("recordedAt", one.at().toString());
        return facts;
    }
}
