package org.jianxi.gateway.overlaps;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.overlaps.OverlapCase.Closing;
import org.jianxi.gateway.overlaps.OverlapCase.Lapse;
import org.jianxi.gateway.overlaps.OverlapCase.Side;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** Puts cases together from their rows. */
record OverlapRows(NamedParameterJdbcOperations jdbc) {

    /** A case's own row; its sides are added. */
    private record Row(
            long number,
            OverlapKind kind,
            Digest subject,
            int occurrence,
            String state,
            Instant foundAt,
            LocalDate dueOn) {}

    private record Act(String act, Optional<String> sender, Closing closing) {}

    /** @param sql selects from {@code overlap_current} in the order wanted */
    List<OverlapCase> query(String sql, Map<String, ?> parameters) {
        var rows = jdbc.query(sql, parameters, OverlapRows::row);
        if (rows.isEmpty()) {
            return List.of();
        }
        var numbers = Map.of("numbers", rows.stream().map(Row::number).toList());
        var records = records(numbers);
        var acts = acts(numbers);
        return rows.stream()
                .map(row -> put(
                        row, records.getOrDefault(row.number(), Map.of()), acts.getOrDefault(row.number(), List.of())))
                .toList();
    }

    private static OverlapCase put(Row row, Map<String, List<String>> records, List<Act> acts) {
        var closings = new TreeMap<String, Closing>();
        acts.forEach(act -> act.sender().ifPresent(sender -> closings.put(sender, act.closing())));
        var senders = new TreeMap<String, List<String>>(records);
        closings.keySet().forEach(sender -> senders.putIfAbsent(sender, List.of()));
        var sides = senders.entrySet().stream()
                .map(one -> new Side(
                        new Sender(one.getKey()), one.getValue(), Optional.ofNullable(closings.get(one.getKey()))))
                .toList();
        var lapse = acts.stream()
                .filter(act -> act.act().equals("lapsed"))
                .map(act -> new Lapse(act.closing().at(), act.closing().outcome()))
                .findFirst();
        return new OverlapCase(
                row.number(),
                row.kind(),
                row.subject(),
                row.occurrence(),
                OverlapCase.State.valueOf(row.state().toUpperCase(Locale.ROOT)),
                row.foundAt(),
                row.dueOn(),
                sides,
                lapse);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("number"),
                OverlapKind.named(row.getString("kind")).orElseThrow(),
                Digest.of(row.getBytes("subject")),
                row.getInt("occurrence"),
                row.getString("state"),
                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_on", LocalDate.class));
    }

    private Map<Long, Map<String, List<String>>> records(Map<String, ?> numbers) {
        var records = new HashMap<Long, Map<String, List<String>>>();
        jdbc.query(
                "select * from overlap_record where overlap in (:numbers) order by sender, record_token",
                numbers,
                row -> {
                    records.computeIfAbsent(row.getLong("overlap"), one -> new TreeMap<>())
                            .computeIfAbsent(row.getString("sender"), one -> new ArrayList<>())
                            .add(HexFormat.of().formatHex(row.getBytes("record_token")));
                });
        return records;
    }

    private Map<Long, List<Act>> acts(Map<String, ?> numbers) {
        var acts = new HashMap<Long, List<Act>>();
        jdbc.query("select * from overlap_act where overlap in (:numbers) order by overlap, number", numbers, row -> {
            acts.computeIfAbsent(row.getLong("overlap"), one -> new ArrayList<>())
                    .add(new Act(
                            row.getString("act"),
                            Optional.ofNullable(row.getString("sender")),
                            new Closing(
                                    row.getObject("at", OffsetDateTime.class).toInstant(),
                                    row.getString("actor"),
                                    row.getString("outcome"))));
        });
        return acts;
    }
}
