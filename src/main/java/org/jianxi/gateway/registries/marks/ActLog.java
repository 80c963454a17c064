package org.jianxi.gateway.registries.marks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.registries.marks.Confidential.Sealed;
import org.jianxi.gateway.registries.marks.Mark.Confirmation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** Writes acts, many at a time. */
record ActLog(NamedParameterJdbcOperations jdbc) {

    /** @param number of the act on its mark, from 1 */
    record Entry(
            String mark,
            int number,
            Instant at,
            String actor,
            String act,
            Standing standing,
            Optional<Confirmation> confirmation,
            Optional<Sealed> words) {}

    void write(List<Entry> entries) {
        jdbc.batchUpdate("""
                insert into mark_act (mark, number, at, actor, act, state, snapshot_on, valid_until, legal_basis,
                                      said, hardship, confirmed_by, confirmed_on, words, seal_key)
                values (:mark, :number, :at, :actor, :act, :state, :snapshotOn, :validUntil, :legalBasis,
                        cast(:said as jsonb), cast(:hardship as jsonb), :confirmedBy, :confirmedOn, :words, :sealKey)""", entries.stream().map(ActLog::parameters).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(Entry entry) {
        var word = entry.standing().word();
        return new MapSqlParameterSource()
                .addValue("mark", entry.mark())
                .addValue("number", entry.number())
                .addValue("at", entry.at().atOffset(ZoneOffset.UTC))
                .addValue("actor", entry.actor())
                .addValue("act", entry.act())
                .addValue("state", entry.standing().state().wireName())
                .addValue("snapshotOn", word.snapshotOn())
                .addValue("validUntil", word.validUntil())
                .addValue("legalBasis", word.legalBasis())
                .addValue("said", MarkRows.json(word.hardship()))
                .addValue("hardship", MarkRows.json(entry.standing().hardship()))
                .addValue("confirmedBy", by(entry))
                .addValue("confirmedOn", on(entry), java.sql.Types.DATE)
                .addValue("words", words(entry), java.sql.Types.BINARY)
                .addValue("sealKey", entry.words().map(Sealed::key).orElse(null));
    }

    private static @Nullable String by(Entry entry) {
        return entry.confirmation().map(Confirmation::by).orElse(null);
    }

    private static @Nullable LocalDate on(Entry entry) {
        return entry.confirmation().map(Confirmation::on).orElse(null);
    }

    private static byte @Nullable [] words(Entry entry) {
        return entry.words().map(Sealed::content).orElse(null);
    }
}
