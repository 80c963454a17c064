package org.jianxi.gateway.records.facts;

import java.util.List;
import java.util.Objects;
import org.jianxi.gateway.canonical.Delivers;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * From which delivery on and until which each version of a record stands, by the rule of {@code standing_submission}: the newest version
 * among the deliveries that count. Written once for each delivery, with the rows it touches.
 */
record FactStanding(JdbcTemplate jdbc, FactTable table) {

    /** Its order among those of its sender and dataset is the ledger's: the lock is held until the entry is committed. */
    FactBatch next(Delivered delivered) {
        jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                row -> {},
                "facts/" + delivered.dataset() + "/" + delivered.sender().code());
        var number = jdbc.queryForObject(
                "insert into fact_batch (submission, dataset, sender, period, delivers) values (?, ?, ?, ?, ?) returning batch",
                Integer.class,
                delivered.submission(),
                delivered.dataset(),
                delivered.sender().code(),
                delivered.period().toString(),
                delivered.delivers().wireName());
        return new FactBatch(
                Objects.requireNonNull(number),
                delivered.dataset(),
                delivered.sender().code(),
                delivered.period(),
                delivered.delivers());
    }

    void settle(FactBatch batch) {
        lastOfEachRecord(batch);
        endOlder(batch);
        var replaced = replaced(batch);
        if (!replaced.isEmpty()) {
            end(batch, replaced);
        }
        if (!replaced.isEmpty() && batch.delivers() == Delivers.MONTH) {
            standAgain(batch, replaced);
        }
    }

    /**
     * Of a record that a delivery has twice, the last version is its word. In two steps, because nobody can tell the planner yet how many
     * records a delivery has that was written just now.
     */
    private void lastOfEachRecord(FactBatch batch) {
        var twice = jdbc.query(
                "select record, max(number) from %s where batch = ? group by record having count(*) > 1"
                        .formatted(table.table()),
                (row, at) -> new Object[] {row.getLong(2), batch.number(), row.getObject(1)},
                batch.number());
        jdbc.batchUpdate(
                "update %s set stands_from = null where number < ? and batch = ? and record = ?"
                        .formatted(table.table()),
                twice);
    }

    /** Of a first delivery nothing is older. The new records are an array, whatever the planner thinks of how many they are. */
    private void endOlder(FactBatch batch) {
        if (!isFirst(batch)) {
            jdbc.update("""
                    update %1$s set stands_until = ?
                    where record = any (array(select record from %1$s where batch = ?)) and batch < ?
                        and stands_from is not null and stands_until is null""".formatted(table.table()), batch.number(), batch.number(), batch.number());
        }
    }

    private boolean isFirst(FactBatch batch) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select not exists (select from fact_batch where dataset = ? and sender = ? and batch < ?)",
                Boolean.class,
                batch.dataset(),
                batch.sender(),
                batch.number()));
    }

    /** The deliveries whose place this one takes. */
    private List<Integer> replaced(FactBatch batch) {
        return jdbc.query(
                """
                select batch from fact_batch where dataset = ? and sender = ? and batch < ?
                    and (? = 'full' or ? = 'month' and delivers = 'month' and period = ?) order by batch""",
                (row, at) -> row.getInt(1),
                batch.dataset(),
                batch.sender(),
                batch.number(),
                batch.delivers().wireName(),
                batch.delivers().wireName(),
                batch.period().toString());
    }

    private void end(FactBatch batch, List<Integer> replaced) {
        jdbc.update(
                "update %s set stands_until = ? where batch = any (?) and stands_from is not null and stands_until is null"
                        .formatted(table.table()),
                batch.number(),
                replaced.toArray(Integer[]::new));
    }

    /** A record that only the replaced delivery had anew is again what an older one, which still counts, says of it. */
    private void standAgain(FactBatch batch, List<Integer> replaced) {
        jdbc.update(
                """
                insert into %1$s (%2$s, stands_from)
                select %2$s, ? from (
                    select distinct on (f.record) f.* from %1$s f join standing_batch b on b.batch = f.batch
                    where f.record in (select record from %1$s where batch = any (?) and stands_until = ?)
                        and not exists (select from %1$s n where n.batch = ? and n.record = f.record)
                    order by f.record, f.batch desc, f.number desc) newest
                where not gone""".formatted(table.table(), table.stored()),
                batch.number(),
                replaced.toArray(Integer[]::new),
                batch.number(),
                batch.number());
    }
}
