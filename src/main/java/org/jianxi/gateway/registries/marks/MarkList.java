package org.jianxi.gateway.registries.marks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.registries.marks.MarkAnswer.PersonKey;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** The marks as somebody may see them: each with the records of its person that are theirs to see, found by token. */
public record MarkList(NamedParameterJdbcOperations jdbc) {

    /**
     * @param senders whose people; empty for everybody's, those of nobody among them
     * @param state first word of a state, such as {@code objected}
     * @param after id of the last mark of the page before
     */
    public record Wanted(
            Collection<Sender> senders,
            Optional<String> state,
            Optional<String> registry,
            Optional<String> after,
            int most) {
        public Wanted {
            senders = List.copyOf(senders);
        }
    }

    /** @param records of the senders asked for; empty where none of theirs stands any more */
    public record Marked(Mark mark, List<MarkedRecord> records) {}

    /** In the order of their ids. */
    public List<Marked> page(Wanted wanted) {
        var marks = jdbc.query(
                """
                select c.* from mark_current c
                where (cast(:after as text) is null or c.id > :after)
                  and (cast(:state as text) is null or split_part(c.state, '/', 1) = :state)
                  and (cast(:registry as text) is null or c.registry = :registry)
                  and (:everybody or exists (select 1 from current_trainees(array[c.person_token]) t
                                             where t.sender in (:senders)))
                order by c.id limit :most""",
                new MapSqlParameterSource()
                        .addValue("after", wanted.after().orElse(null))
                        .addValue("state", wanted.state().orElse(null))
                        .addValue("registry", wanted.registry().orElse(null))
                        .addValue("everybody", wanted.senders().isEmpty())
                        .addValue("senders", codes(wanted.senders()))
                        .addValue("most", wanted.most()),
                MarkRows::mark);
        return withRecords(marks, wanted.senders());
    }

    /** Empty where there is none, or none of a person of these senders. */
    public Optional<Marked> find(String id, Collection<Sender> senders) {
        var marks = jdbc.query("select * from mark_current where id = :id", Map.of("id", id), MarkRows::mark);
        return withRecords(marks, senders).stream()
                .filter(one -> senders.isEmpty() || !one.records().isEmpty())
                .findFirst();
    }

    private List<Marked> withRecords(List<Mark> marks, Collection<Sender> senders) {
        var records = records(
                marks.stream().flatMap(one -> one.person().stream()).distinct().toList());
        return marks.stream()
                .map(mark -> new Marked(
                        mark,
                        mark.person().map(records::get).orElse(List.of()).stream()
                                .filter(one -> senders.isEmpty() || senders.contains(one.sender()))
                                .toList()))
                .toList();
    }

    /** The current trainees' records of these people, every one of them a key of the answer. */
    public Map<PersonKey, List<MarkedRecord>> records(List<PersonKey> people) {
        var records = new HashMap<PersonKey, List<MarkedRecord>>();
        people.forEach(person -> records.put(person, new ArrayList<>()));
        if (!people.isEmpty()) {
            jdbc.query(
                    "select * from current_trainees(cast(:people as bytea[])) order by sender, record_token",
                    new MapSqlParameterSource(
                            "people", people.stream().map(PersonKey::token).toArray(byte[][]::new)),
                    row -> {
                        records.computeIfAbsent(new PersonKey(row.getBytes("person_token")), one -> new ArrayList<>())
                                .add(new MarkedRecord(
                                        new Sender(row.getString("sender")),
                                        HexFormat.of().formatHex(row.getBytes("record_token")),
                                        row.getString("submission"),
                                        row.getLong("number")));
                    });
        }
        return records;
    }

    /** An empty list is no list in SQL; no unit has this code. */
    private static List<String> codes(Collection<Sender> senders) {
        return senders.isEmpty()
                ? List.of("")
                : senders.stream().map(Sender::code).toList();
    }
}
