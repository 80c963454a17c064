package org.jianxi.gateway.inquiries;

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
import org.jianxi.gateway.inquiries.Inquiry.Closing;
import org.jianxi.gateway.inquiries.Inquiry.Lapse;
import org.jianxi.gateway.inquiries.Inquiry.Side;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** Puts inquiries of one matter together from their rows. */
record InquiryRows(NamedParameterJdbcOperations jdbc, Matter matter) {

    /** An inquiry's own row; its sides are added. */
    private record Row(
            long number,
            InquiryKind kind,
            Digest subject,
            int occurrence,
            String state,
            Instant foundAt,
            LocalDate dueOn) {}

    private record Act(String act, Optional<String> sender, Closing closing) {}

    /** @param sql selects from {@code inquiry_current} those of the matter, in the order wanted */
    List<Inquiry> query(String sql, Map<String, ?> parameters) {
        var rows = jdbc.query(sql, parameters, this::row);
        if (rows.isEmpty()) {
            return List.of();
        }
        var numbers = Map.of("numbers", rows.stream().map(Row::number).toArray(Long[]::new));
        var evidence = evidence(numbers);
        var acts = acts(numbers);
        return rows.stream()
                .map(row -> put(
                        row, evidence.getOrDefault(row.number(), Map.of()), acts.getOrDefault(row.number(), List.of())))
                .toList();
    }

    private static Inquiry put(Row row, Map<String, List<Evidence>> evidence, List<Act> acts) {
        var closings = new TreeMap<String, Closing>();
        acts.forEach(act -> act.sender().ifPresent(sender -> closings.put(sender, act.closing())));
        var senders = new TreeMap<String, List<Evidence>>(evidence);
        closings.keySet().forEach(sender -> senders.putIfAbsent(sender, List.of()));
        var sides = senders.entrySet().stream()
                .map(one -> new Side(
                        new Sender(one.getKey()), one.getValue(), Optional.ofNullable(closings.get(one.getKey()))))
                .toList();
        var lapse = acts.stream()
                .filter(act -> act.act().equals("lapsed"))
                .map(act -> new Lapse(act.closing().at(), act.closing().outcome()))
                .findFirst();
        return new Inquiry(
                row.number(),
                row.kind(),
                row.subject(),
                row.occurrence(),
                Inquiry.State.valueOf(row.state().toUpperCase(Locale.ROOT)),
                row.foundAt(),
                row.dueOn(),
                sides,
                lapse);
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("number"),
                matter.kind(row.getString("kind")).orElseThrow(),
                Digest.of(row.getBytes("subject")),
                row.getInt("occurrence"),
                row.getString("state"),
                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_on", LocalDate.class));
    }

    private Map<Long, Map<String, List<Evidence>>> evidence(Map<String, ?> numbers) {
        var evidence = new HashMap<Long, Map<String, List<Evidence>>>();
        jdbc.query(
                "select * from inquiry_record where inquiry = any (:numbers) order by sender, record_token",
                numbers,
                row -> {
                    var one = evidence(row);
                    evidence.computeIfAbsent(row.getLong("inquiry"), number -> new TreeMap<>())
                            .computeIfAbsent(one.sender().code(), sender -> new ArrayList<>())
                            .add(one);
                });
        return evidence;
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        var number = row.getLong("number");
        var version = Optional.ofNullable(row.getString("submission"));
        var dataset = row.getString("dataset");
        return new Evidence(
                new Sender(row.getString("sender")),
                HexFormat.of().formatHex(row.getBytes("record_token")),
                version.map(submission -> new Evidence.Version(dataset, submission, number)));
    }

    private Map<Long, List<Act>> acts(Map<String, ?> numbers) {
        var acts = new HashMap<Long, List<Act>>();
        jdbc.query(
                "select * from inquiry_act where inquiry = any (:numbers) order by inquiry, number", numbers, row -> {
                    acts.computeIfAbsent(row.getLong("inquiry"), one -> new ArrayList<>())
                            .add(new Act(
                                    row.getString("act"),
                                    Optional.ofNullable(row.getString("sender")),
                                    new Closing(
                                            row.getObject("at", OffsetDateTime.class)
                                                    .toInstant(),
                                            row.getString("actor"),
                                            row.getString("outcome"))));
                });
        return acts;
    }
}
