package org.jianxi.gateway.flow;

import java.util.Optional;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.mapping.MappingFile;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What would have come of the recorded deliveries if a candidate had been in force when they came. Goes over one snapshot of the
 * ledger in its order, in a transaction that cannot write.
 */
public final class ReplayFlow {

    private final Ledger ledger;
    private final MappingShelf mappings;
    private final VersionShelf versions;
    private final Editions editions;
    private final TransactionTemplate snapshot;

    public ReplayFlow(
            Ledger ledger,
            MappingShelf mappings,
            VersionShelf versions,
            Editions editions,
            PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.mappings = mappings;
        this.versions = versions;
        this.editions = editions;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** The editions in force, who owes returns, and what reads records of people. */
    public record Editions(ReturnForms forms, ReportingUnits units, Batches batches) {}

    public ReplaySummary run(ReplayCandidate candidate, ReplayScope scope, ReplayReport report) {
        return snapshot.execute(status -> {
            var recorded = new Grounds(ledger.keptFiles(), versions, editions.forms(), editions.units());
            var grounds = new CandidateGrounds(candidate, recorded, this::official);
            var batches = new BatchReplay(editions.batches().alone(), recorded, editions.forms());
            var run = new ReplayRun(ledger, recorded, grounds, batches, new ReplayTally(candidate.tree(), report));
            return run.over(scope, editions);
        });
    }

    private Optional<MappingFile> official(String dataset) {
        return mappings.register().find(MappingShelf.OFFICIAL, dataset + ".yaml");
    }
}
