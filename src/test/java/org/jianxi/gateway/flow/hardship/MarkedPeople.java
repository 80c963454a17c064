package org.jianxi.gateway.flow.hardship;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.flow.NoticeBoard;
import org.jianxi.gateway.flow.Subscriptions;
import org.jianxi.gateway.flow.hardship.HardshipDesk.Actor;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.notices.NoticeDeliveries;
import org.jianxi.gateway.notices.NoticeOutbox;
import org.jianxi.gateway.records.RecordFixture;
import org.jianxi.gateway.registries.marks.Hardship;
import org.jianxi.gateway.registries.marks.MarkAnswer;
import org.jianxi.gateway.registries.marks.MarkAnswer.PersonKey;
import org.jianxi.gateway.registries.marks.MarkHistory;
import org.jianxi.gateway.registries.marks.MarkList;
import org.jianxi.gateway.registries.marks.Marks;
import org.jianxi.gateway.registries.marks.Marks.Asked;
import org.jianxi.gateway.registries.marks.PersonalWords;
import org.jianxi.gateway.registries.marks.Priorities;
import org.jianxi.gateway.registries.marks.RegistryWord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two units with trainees in a real database, one of which takes notices, and the desks of the marks over it. */
public final class MarkedPeople {

    static final Instant NOW = Instant.parse("2023-07-10T02:00:00Z");
    static final LocalDate SNAPSHOT = LocalDate.parse("2023-06-30");
    static final Asked ASKED = new Asked("MCA_LOW_INCOME", "PRIORITY_HELP");
    public static final Actor OFFICE = new Actor("office", List.of());
    static final Actor KUNMING = new Actor("kunming-system", List.of(new Sender("530100")));
    static final Actor QUJING = new Actor("qujing-system", List.of(new Sender("530300")));

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    public final TestDatabase database = TestDatabase.fresh();
    private final DataSource source = database.dataSource();
    public final JdbcClient jdbc = JdbcClient.create(source);
    public final JdbcTemplate template = new JdbcTemplate(source);
    public final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    public final RecordFixture records;
    public final Marks marks;
    public final MarkList list;
    public final HardshipDesk desk;
    public final HardshipNews news;
    final WrittenWords words;
    final PriorityDesk priorities;

    public MarkedPeople(Path folder) {
        this.records = new RecordFixture(database, folder.resolve("people"));
        var named = new NamedParameterJdbcTemplate(source);
        var sealed = new PersonalWords(records.keys());
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var audit = new Audit(jdbc);
        this.marks = new Marks(named, sealed, SHANGHAI);
        this.list = new MarkList(named);
        this.news = new HardshipNews(board(folder), list);
        this.desk = new HardshipDesk(
                marks,
                list,
                Datasets.load(Path.of("")).find("hardship-matches").orElseThrow(),
                new HardshipDesk.Office(audit, news, transaction, clock));
        this.words = new WrittenWords(new MarkHistory(named, sealed), audit, transaction);
        this.priorities = new PriorityDesk(
                new Priorities(named),
                new PriorityDesk.Openings(records.store(), records.looks()),
                transaction,
                clock,
                SHANGHAI);
    }

    /** Only Kunming's source asked to be told. */
    private NoticeBoard board(Path folder) {
        try {
            var kunming = Files.createDirectories(folder.resolve("mappings/kunming"));
            Files.createDirectories(folder.resolve("schemas"));
            Files.copy(Path.of("schemas/source.schema.json"), folder.resolve("schemas/source.schema.json"));
            Files.writeString(kunming.resolve("source.yaml"), """
                    source: kunming
                    title: {zh: 昆明, en: Kunming}
                    senders: ["530100"]
                    door: {kind: http-push}
                    datasets: {monthly-return: {mapping: monthly-return.yaml}}
                    contact: 就业科
                    webhook: {url: 'https://kunming.example/', secret: env:HOOK, events: [marks, overlap]}
                    """);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        var subscriptions = new Subscriptions(SourceRegister.open(folder), new Secrets(name -> null, folder));
        return new NoticeBoard(new NoticeOutbox(jdbc), subscriptions, Duration.ofDays(3));
    }

    public static Map<String, String> trainee(String id, String idNumber, String name) {
        return Map.of("traineeId", id, "idNumber", idNumber, "name", name);
    }

    static Map<String, String> placement(String id, String trainee, String from, String until) {
        return Map.of("placementId", id, "traineeId", trainee, "startOn", from, "plannedEndOn", until);
    }

    /** The registry has the person; the id of the mark that this proposes. */
    String hit(String idNumber, String category) {
        var word = new RegistryWord(
                ASKED.registry(),
                SNAPSHOT,
                SNAPSHOT.plusYears(1),
                ASKED.purpose(),
                "人社部发〔2023〕27号 二(一)",
                Hardship.of(category));
        var answer = new MarkAnswer.Hit(person(idNumber), word);
        return Optional.ofNullable(transaction.execute(status -> {
                    var changed = marks.proposed(ASKED, List.of(answer), NOW);
                    news.tell(changed, NOW);
                    return changed;
                }))
                .orElseThrow()
                .getFirst()
                .id();
    }

    PersonKey person(String idNumber) {
        return new PersonKey(records.keys().tokens().ofNumber(idNumber));
    }

    String recordOf(String sender, String id) {
        return HexFormat.of().formatHex(records.keys().tokens().ofRecord(List.of("trainees", sender, id)));
    }

    public HardshipDesk.Ended act(String mark, String act, String reason, Actor actor) {
        return desk.act(mark, new WrittenAct(act, reason, Optional.empty()), actor, false);
    }

    /** The bodies of all notices, oldest first. */
    public List<String> told() {
        return new NoticeDeliveries(jdbc, Duration.ofDays(3))
                .newest(NoticeDeliveries.Scope.ALL, Optional.empty(), 100).reversed().stream()
                        .map(one -> new String(one.notice().body(), java.nio.charset.StandardCharsets.UTF_8))
                        .toList();
    }
}
