package org.jianxi.gateway.records;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Delivers;
import org.jianxi.gateway.canonical.FieldValue;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.forms.FieldType;
import org.jianxi.gateway.registries.identity.NameForms;
import org.jianxi.gateway.registries.identity.NameVariants;
import org.jianxi.gateway.signing.PersonKeys;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Accepted submissions of records in a test's database, each a moment after the one before, without a door or a ledger. */
public final class RecordFixture {

    private static final Datasets DATASETS = Datasets.load(Path.of(""));
    public static final NameForms NAMES = new NameVariants(Path.of("schemas/codes/name-variants.csv")).read();

    private final DataSource source;
    private final PersonKeys keys;
    private Instant now = Instant.parse("2023-07-03T02:00:00Z");

    public RecordFixture(TestDatabase database, Path keyFolder) {
        this.source = database.dataSource();
        this.keys = PersonKeys.in(keyFolder, new SecureRandom());
    }

    public PersonKeys keys() {
        return keys;
    }

    public Instant now() {
        return now;
    }

    public RecordStore store() {
        var terms =
                new RecordStore.Terms(NAMES::comparable, new RecordRetention(Period.ofYears(3)), new SecureRandom());
        return new RecordStore(new JdbcTemplate(source), keys, terms);
    }

    public Looks looks() {
        return new Looks(JdbcClient.create(source), keys);
    }

    public CurrentPeople people() {
        return new CurrentPeople(source, looks(), new TransactionTemplate(new JdbcTransactionManager(source)));
    }

    /** @param fields of each record, in the dictionary's names */
    @SafeVarargs
    public final RecordStore.Kept accepted(String id, String dataset, String sender, Map<String, String>... fields) {
        return store().keep(submission(id, dataset, sender), taker -> {
            var number = 0;
            for (var one : fields) {
                taker.take(content(dataset, ++number, one));
            }
        });
    }

    /** The row of an accepted submission, the next revision of June 2023; its records are still to be kept. */
    public Batch submission(String id, String dataset, String sender) {
        return submission(id, dataset, sender, "2023-06", Delivers.MONTH);
    }

    /** The row of an accepted submission, the next revision of its month; its records are still to be kept. */
    public Batch submission(String id, String dataset, String sender, String period, Delivers delivers) {
        now = now.plus(Duration.ofMinutes(1));
        var jdbc = new JdbcTemplate(source);
        var digest = "\\x" + HexFormat.of().formatHex(id.getBytes(StandardCharsets.UTF_8));
        jdbc.update("insert into received_content (digest, bytes) values (sha256(?::bytea), ''::bytea)", digest);
        jdbc.update(
                """
                insert into submission (id, source, sender, dataset, period, door, media_type, received_at, decided_at,
                    digest, size, verdict, revision, definition, mapping, rules, calendar, calendar_files, deadline, late,
                    findings, explanations, places, canonical)
                select ?, 'test', ?, ?, ?, 'HTTP', 'JSON', ?, ?, sha256(?::bytea), 0, 'accepted',
                    1 + count(*), '', '', '', '', '', '', false, '[]', '[]', '{}', '{}'::bytea
                from submission where sender = ? and dataset = ? and period = ? and verdict = 'accepted'
                """,
                id,
                sender,
                dataset,
                period,
                now.atOffset(ZoneOffset.UTC),
                now.atOffset(ZoneOffset.UTC),
                digest,
                sender,
                dataset,
                period);
        return new Batch(
                id,
                dataset(dataset),
                new Sender(sender),
                org.jianxi.gateway.canonical.Period.of(period),
                delivers,
                LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    /** Puts a delivery at a position of the ledger, with an entry that says nothing. */
    public void entered(TestDatabase database, String id, long position) throws SQLException {
        try (var connection = database.asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into ledger_entry (position, kind, subject, body, leaf_hash, frontier, tree_head, recorded_at)
                    values (%1$d, 'test', '%2$s', '', sha256(''), '', sha256(''), now());
                    insert into receipt (submission_id, sender, position, content, cms)
                    select id, sender, %1$d, '', '' from submission where id = '%2$s'""".formatted(position, id));
        }
    }

    /** Values of the types that the dictionary gives the fields. */
    public static CanonicalRecord content(String dataset, long number, Map<String, String> fields) {
        return new CanonicalRecord(
                dataset,
                number,
                fields.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, field -> value(dataset, field.getKey(), field.getValue()))));
    }

    private static FieldValue value(String dataset, String name, String text) {
        return switch (dataset(dataset).find(name).orElseThrow().type()) {
            case FieldType.Day day -> new FieldValue.Day(LocalDate.parse(text));
            case FieldType.Whole whole -> new FieldValue.Whole(Long.parseLong(text));
            case FieldType.Decimal decimal -> new FieldValue.Decimal(new BigDecimal(text));
            case FieldType.Money money -> new FieldValue.Decimal(new BigDecimal(text));
            case FieldType.Month month -> new FieldValue.Month(org.jianxi.gateway.canonical.Period.of(text));
            case FieldType.Moment moment -> new FieldValue.Moment(LocalDateTime.parse(text));
            case FieldType.Truth truth -> new FieldValue.Truth(Boolean.parseBoolean(text));
            default -> new FieldValue.Text(text);
        };
    }

    static Dataset dataset(String id) {
        return DATASETS.find(id).orElseThrow();
    }
}
