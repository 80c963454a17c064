package org.jianxi.gateway.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** The numbers of this subject's leaves that were erased in order. */
    Set<Integer> of(String subject) {
        var numbers = new HashSet<Integer>();
        jdbc.sql("select * from ledger_entry where kind = :kind and starts_with(subject, :start)")
                .param("kind", ERASURE)
                .param("start", subject + "@")
                .query(LedgerLog::read)
                .list()
                .forEach(entry ->
                        StatedFacts.of(entry).tree().path("leaves").forEach(number -> numbers.add(number.intValue())));
        return numbers;
    }
}
