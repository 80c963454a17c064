package org.jianxi.gateway.api;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.records.LookReason;
import org.jianxi.gateway.records.Looks;
import org.jianxi.gateway.records.RecordSearch;
import org.jianxi.gateway.records.RecordStore;
import org.jianxi.gateway.records.SealedRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** People's records as one caller may see them: a sender its own, officers and auditors all, each look written down before it is shown. */
@Component
class RecordDesk {

    private final RecordStore store;
    private final RecordSearch search;
    private final Looks looks;
    private final ReportingUnits units;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RecordDesk(
            RecordStore store,
            RecordSearch search,
            Looks looks,
            ReportingUnits units,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.search = search;
        this.looks = looks;
        this.units = units;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Still sealed; {@link NotThere} where there is none for this caller. */
    SealedRecord find(String dataset, RecordSearch.RecordId id, Caller caller) {
        return store.find(id.submission(), id.number())
                .filter(found -> found.dataset().equals(dataset))
                .filter(found -> sendersOf(caller).contains(found.sender()))
                .orElseThrow(NotThere::new);
    }

    RecordView open(SealedRecord found, LookReason reason) {
        return transaction.execute(status -> view(found, reason));
    }

    /** All of a page, each look a row of its own. */
    List<RecordView> open(RecordSearch.Question question, LookReason reason) {
        return transaction.execute(status ->
                search.find(question).stream().map(found -> view(found, reason)).toList());
    }

    /** Whose records this caller may see; {@link NotThere} where nobody's. */
    List<Sender> sendersOf(Caller caller) {
        var seen = caller.is(Role.OFFICER) || caller.is(Role.AUDITOR) ? units.senders() : List.copyOf(caller.senders());
        return Optional.of(seen).filter(some -> !some.isEmpty()).orElseThrow(NotThere::new);
    }

    private RecordView view(SealedRecord found, LookReason reason) {
        return RecordView.of(found, looks.open(found, reason, clock.instant()));
    }
}
