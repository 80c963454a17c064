package org.jianxi.gateway.records;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.signing.PersonKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds records that stand, still sealed, among those of some senders. */
public record RecordSearch(JdbcClient jdbc, PersonKeys keys) {

    /**
     * What is asked for.
     *
     * @param senders whose records, at least one
     * @param key text of the field that tells one record from another, as its sender gave it
     * @param after the record behind which to go on
     * @param limit how many at most
     */
    public record Question(
            String dataset,
            List<Sender> senders,
            Optional<Period> period,
            Optional<String> key,
            Optional<RecordId> after,
            int limit) {
        public Question {
            senders = List.copyOf(senders);
        }
    }

    /** Where a record stands. */
    public record RecordId(String submission, long number) {}

    /** In the order of submission and number. */
    public List<SealedRecord> find(Question question) {
        var sql = new StringBuilder("select " + SealedRecord.COLUMNS
                + " from person_current c join person_record r on r.submission = c.submission and r.number = c.number"
                + " where c.dataset = :dataset and c.sender in (:senders)");
        var values = new HashMap<String, Object>(Map.of(
                "dataset", question.dataset(),
                "senders", question.senders().stream().map(Sender::code).toList(),
                "limit", question.limit()));
        question.period().ifPresent(period -> {
            sql.append(" and r.period = :period");
            values.put("period", period.toString());
        });
        question.key().ifPresent(key -> {
            sql.append(" and encode(c.record_token, 'hex') in (:tokens)");
            values.put("tokens", tokens(question, key));
        });
        question.after().ifPresent(after -> {
            sql.append(" and (c.submission, c.number) > (:submission, :number)");
            values.put("submission", after.submission());
            values.put("number", after.number());
        });
        return jdbc.sql(sql.append(" order by c.submission, c.number limit :limit")
                        .toString())
                .params(values)
                .query(SealedRecord::read)
                .list();
    }

    /** One sender's token says nothing about another's record of the same key. */
    private List<String> tokens(Question question, String key) {
        var tokens = new RecordTokens(keys.tokens(), name -> name);
        return question.senders().stream()
                .map(sender -> tokens.record(question.dataset(), sender, List.of(key)))
                .map(HexFormat.of()::formatHex)
                .toList();
    }
}
