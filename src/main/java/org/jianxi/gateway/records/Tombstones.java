package org.jianxi.gateway.records;

import java.util.List;
import org.jianxi.gateway.canonical.Delivers;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a batch ends: the records that it calls gone and, where it says that it is all there is, those it leaves out. */
record Tombstones(JdbcTemplate jdbc, Batch batch) {

    /** In the transaction of the records, after them and before their submission stands. */
    void write(List<Long> removals) {
        if (batch.delivers() == Delivers.MONTH) {
            return;
        }
        jdbc.update(
                "insert into record_delivery (submission, delivers) values (?, ?)",
                batch.submission(),
                batch.delivers().wireName());
        jdbc.batchUpdate(
                "insert into record_removal (submission, number) values (?, ?)",
                removals.stream()
                        .map(number -> new Object[] {batch.submission(), number})
                        .toList());
        if (batch.delivers() == Delivers.FULL) {
            leaveOut();
        }
    }

    private void leaveOut() {
        jdbc.update(
                """
                insert into record_left_out (submission, dataset, sender, record_token)
                select ?, c.dataset, c.sender, c.record_token from person_current c
                where c.dataset = ? and c.sender = ? and not exists (
                    select from person_record r where r.submission = ? and r.record_token = c.record_token)""", batch.submission(), batch.dataset().id(), batch.sender().code(), batch.submission());
    }
}
