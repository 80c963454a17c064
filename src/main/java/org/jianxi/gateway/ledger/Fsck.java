package org.jianxi.gateway.ledger;

import static org.jianxi.gateway.ledger.Breach.Kind.REWRITTEN;
import static org.jianxi.gateway.ledger.Breach.Kind.WENT_BACKWARDS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The full check of the ledger: every entry, every row behind it, every checkpoint, and that there is nothing beside them. The first
 * thing that is wrong is named. Reads only; run it in one read-only snapshot to see no half of anything.
 */
public final class Fsck {

    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final Map<String, EntryCheck> checks;
    private final CheckpointCheck checkpoints;
    private final Supplier<Optional<Breach>> beside;

    private Fsck(
            JdbcClient jdbc,
            Map<String, EntryCheck> checks,
            CheckpointCheck checkpoints,
            Supplier<Optional<Breach>> beside) {
        this.jdbc = jdbc;
        this.checks = Map.copyOf(checks);
        this.checkpoints = checkpoints;
        this.beside = beside;
    }

    /** @param others of a submission's own kind too: they are asked when the submission's rows are right */
    public static Fsck of(JdbcClient jdbc, OwnSeals seals, Bodies bodies, Map<String, EntryCheck> others) {
        var log = new LedgerLog(jdbc);
        var leaves = new Leaves(jdbc);
        var leafCheck = new LeafCheck(leaves, new Erasures(jdbc, leaves, log));
        var submission =
                new SubmissionCheck(new Submissions(jdbc, bodies), bodies, new Receipts(jdbc), log, leafCheck, seals);
        var checks = new HashMap<String, EntryCheck>(others);
        for (var verdict : Verdict.values()) {
            checks.merge(verdict.entryKind(), submission, (other, own) -> own.then(other));
        }
        return new Fsck(jdbc, checks, new CheckpointCheck(jdbc, seals), Optional::empty);
    }

    /** The same, asking besides for rows of others that no entry speaks of. */
    public Fsck asking(Supplier<Optional<Breach>> rows) {
        return new Fsck(jdbc, checks, checkpoints, rows);
    }

    /** Everything. @param progress is told how many entries are done, now and then */
    public Optional<Breach> full(LongConsumer progress) {
        return entries(new TreeCheck(), this::check, progress)
                .or(() -> checkpoints.above(0))
                .or(this::besideTheLog);
    }

    /**
     * What came after a point that was found whole, what was erased since, and that nothing stands beside the log. Rows behind older
     * entries are not looked at.
     */
    public Optional<Breach> since(VerifiedPoint point, LongConsumer progress) {
        var last = page(point.entries() - 1).stream().findFirst();
        if (last.isEmpty()) {
            return Optional.of(new Breach(
                    "ledger_entry",
                    "as verified",
                    WENT_BACKWARDS,
                    point.entries() + " entries",
                    new LedgerLog(jdbc).size() + " entries"));
        }
        var head = last.get().entry().treeHead();
        var tree = TreeCheck.behind(last.get(), point.head()).filter(grown -> head.equals(point.head()));
        if (tree.isEmpty()) {
            return Optional.of(new Breach(
                    "ledger_entry",
                    "position " + (point.entries() - 1) + ", as verified",
                    REWRITTEN,
                    point.head().hex(),
                    head.hex()));
        }
        var again = new ErasedAgain(new LedgerLog(jdbc), this::check, point.entries());
        return entries(tree.get(), entry -> check(entry).or(() -> again.after(entry)), progress)
                .or(() -> checkpoints.above(point.entries()))
                .or(() -> checkpoints.fits(checkpoints.newest()))
                .or(this::besideTheLog);
    }

    private Optional<Breach> besideTheLog() {
        return new TimestampCheck(jdbc)
                .first()
                .or(() -> new StrayRows(jdbc).first())
                .or(() -> new KeptFileCheck(jdbc).first())
                .or(beside);
    }

    /**
     * What a roll-up needs to hold: the log has no gap, its newest checkpoint fits it, no row has lost its entry or an entry its row, and
     * these submissions are as they were accepted and under that checkpoint. Quick enough for every roll-up.
     */
    public Optional<Breach> soundFor(List<String> submissions) {
        var log = new LedgerLog(jdbc);
        var newest = checkpoints.newest();
        return checkpoints
                .fits(newest)
                .or(() -> new StrayRows(jdbc).first())
                .or(() -> submissions.stream()
                        .map(id -> log.find(Ledger.SUBMISSION, id).flatMap(entry -> checkedAlone(newest, entry)))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private Optional<Breach> checkedAlone(Optional<Checkpoint> newest, LedgerEntry entry) {
        return TreeCheck.hash(entry).or(() -> checkpoints.covers(newest, entry)).or(() -> check(entry));
    }

    private Optional<Breach> entries(TreeCheck tree, EntryCheck each, LongConsumer progress) {
        for (var page = page(tree.size()); !page.isEmpty(); page = page(tree.size())) {
            for (var row : page) {
                var breach = tree.next(row).or(() -> each.check(row.entry()));
                if (breach.isPresent()) {
                    return breach;
                }
            }
            progress.accept(tree.size());
        }
        return Optional.empty();
    }

    private Optional<Breach> check(LedgerEntry entry) {
        return Optional.ofNullable(checks.get(entry.kind())).flatMap(check -> check.check(entry));
    }

    private List<TreeCheck.Row> page(long from) {
        return jdbc.sql("select * from ledger_entry where position >= :from order by position limit " + PAGE)
                .param("from", from)
                .query((row, number) -> new TreeCheck.Row(LedgerLog.read(row, number), row.getBytes("frontier")))
                .list();
    }
}
