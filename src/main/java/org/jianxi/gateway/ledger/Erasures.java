package org.jianxi.gateway.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Erases personal leaves when their time is over, and keeps an entry of each erasure: that something was erased stays known. */
public final class Erasures {

    /** The kind of entry an erasure makes. */
    public static final String ERASURE = "erasure";

    private final JdbcClient jdbc;
    private final Leaves leaves;
    private final LedgerLog log;

    public Erasures(JdbcClient jdbc, Leaves leaves, LedgerLog log) {
        this.jdbc = jdbc;
        this.leaves = leaves;
        this.log = log;
    }

    /**
     * Erases what was to be kept until a day before this one, in the caller's transaction.
     *
     * @return how many leaves of each subject were erased
     */
    public Map<String, Integer> erase(LocalDate day, Instant now) {
        var erased = leaves.eraseBefore(day);
        erased.forEach((subject, numbers) ->
                log.append(ERASURE, subject + "@" + now, Map.of("erased", subject, "leaves", numbers), now));
        return erased.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().size()));
    }

    /** What the entries that erase a body are called, but for their moment. */
    static String ofBody(Digest digest) {
        return "body " + digest.hex() + "@";
    }

    /** Makes the entry of a body that was erased, in the caller's transaction. */
    public void bodyErased(Digest digest, Instant now) {
        log.append(ERASURE, ofBody(digest) + now, Map.of("erased", "body", "digest", digest.hex()), now);
    }

    /** What the entries that erase records of a submission are called, but for their moment. */
    private static String ofRecords(String submission) {
        return "records " + submission + "@";
    }

    /** Makes the entry of a submission's records that were erased, in the caller's transaction. */
    public void recordsErased(String submission, NumberRanges numbers, Instant now) {
        var facts = Map.of("erased", "records", "submission", submission, "records", numbers.text());
        log.append(ERASURE, ofRecords(submission) + now, facts, now);
    }

    /**
     * Makes the entry of what was kept of a person outside the records and was erased, in the caller's transaction.
     *
     * @param what it was, such as {@code mark}
     * @param id its own, which says nothing of the person
     */
    public void erased(String what, String id, Instant now) {
        log.append(ERASURE, what + " " + id + "@" + now, Map.of("erased", what, what, id), now);
    }

    /** Whose leaves or records an erasure entry speaks of; of a body, its own name. */
    static String concerned(LedgerEntry entry) {
        var facts = StatedFacts.of(entry);
        var erased = facts.text("erased");
        return erased.equals("records") ? facts.text("submission") : erased;
    }

    /** The numbers of this submission's records that were erased in order. */
    public NumberRanges recordsOf(String submission) {
        var all = NumberRanges.none();
        for (var entry : entries(ofRecords(submission))) {
            all.add(NumberRanges.read(StatedFacts.of(entry).text("records")));
        }
        return all;
    }

    /** The numbers of this subject's leaves that were erased in order. */
    Set<Integer> of(String subject) {
        var numbers = new HashSet<Integer>();
        entries(subject + "@")
                .forEach(entry ->
                        StatedFacts.of(entry).tree().path("leaves").forEach(number -> numbers.add(number.intValue())));
        return numbers;
    }

    private List<LedgerEntry> entries(String start) {
        return jdbc.sql("select * from ledger_entry where kind = :kind and starts_with(subject, :start)")
                .param("kind", ERASURE)
                .param("start", start)
                .query(LedgerLog::read)
                .list();
    }
}
