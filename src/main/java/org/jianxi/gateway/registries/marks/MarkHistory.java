package org.jianxi.gateway.registries.marks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.registries.marks.Confidential.Sealed;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** What was done to a mark, and what was written with it. Who opens the words states a purpose, elsewhere. */
public record MarkHistory(NamedParameterJdbcOperations jdbc, Confidential confidential) {

    /**
     * @param state the mark's after it, as {@link MarkState#wireName} says it
     * @param words sealed; empty where none were written, or they are erased
     */
    public record Past(
            String mark, int number, Instant at, String actor, String act, String state, Optional<Sealed> words) {}

    /** Oldest first. */
    public List<Past> of(String mark) {
        return jdbc.query(
                "select * from mark_act where mark = :mark order by number", Map.of("mark", mark), MarkHistory::past);
    }

    public Optional<String> open(Past past) {
        return past.words().map(kept -> confidential.open(ActWords.place(past.mark(), past.number()), kept));
    }

    private static Past past(ResultSet row, int number) throws SQLException {
        var words = row.getBytes("words");
        return new Past(
                row.getString("mark"),
                row.getInt("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("act"),
                row.getString("state"),
                words == null ? Optional.empty() : Optional.of(new Sealed(words, row.getString("seal_key"))));
    }
}
