package org.jianxi.gateway.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jianxi.gateway.calendar.CalendarFiles;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.filing.Approvals;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.filing.FilingStore;
import org.jianxi.gateway.filing.LateExceptions;
import org.jianxi.gateway.filing.Outbox;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.filing.ReturnedSubmissions;
import org.jianxi.gateway.filing.TypedAcknowledgements;
import org.jianxi.gateway.flow.people.PeopleKeeping;
import org.jianxi.gateway.flow.publishing.ListChronicle;
import org.jianxi.gateway.flow.publishing.PublishedListCheck;
import org.jianxi.gateway.forms.CanonicalDocuments;
import org.jianxi.gateway.forms.Divisions;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.intake.Admission;
import org.jianxi.gateway.intake.Rights;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.intake.SignerCertificates;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.intake.TrustFolder;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.ledger.Bodies;
import org.jianxi.gateway.ledger.Erasures;
import org.jianxi.gateway.ledger.Fsck;
import org.jianxi.gateway.ledger.LeafCheck;
import org.jianxi.gateway.ledger.Leaves;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.ledger.LedgerLog;
import org.jianxi.gateway.ledger.OwnSeals;
import org.jianxi.gateway.ledger.Timestamps;
import org.jianxi.gateway.mapping.MappingRegister;
import org.jianxi.gateway.notices.NoticeOutbox;
import org.jianxi.gateway.outgoing.Backoff;
import org.jianxi.gateway.publishing.history.ListChanges;
import org.jianxi.gateway.records.RecordRetention;
import org.jianxi.gateway.records.RecordStore;
import org.jianxi.gateway.records.RecordTree;
import org.jianxi.gateway.registries.identity.NameVariants;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.KeyRing;
import org.jianxi.gateway.signing.OwnSigners;
import org.jianxi.gateway.signing.PersonKeys;
import org.jianxi.gateway.signing.Signer;
import org.jianxi.gateway.signing.SigningCertificate;
import org.jianxi.gateway.validation.Judge;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The stations over a real database, put together by hand, with the clock standing at 09:00 on 3 July 2023 in Shanghai. */
final class TestGateway {

    static final Instant NOW = Instant.parse("2023-07-03T01:00:00Z");
    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final SecureRandom RANDOM = new SecureRandom();

    final Ledger ledger;
    final Windows windows;
    final SubmissionFlow submissions;
    final MonthEndFlow monthEnd;
    final Months months;
    final SendingBackDesk sendingBack;
    final LateExceptionDesk lateExceptions;
    final Provincial provincial;
    final NextFilings filings;
    final LedgerEvidence ledgerEvidence;
    final LedgerGuard guard;
    final Witness witness;
    final JdbcClient jdbc;
    final EvidenceDesk evidence;
    final Signer signer;
    final TransactionTemplate transaction;
    final NoticeBoard board;
    final ReplayFlow replay;
    final Backlog backlog;
    final MappingShelf mappings;
    final SourceRegister sources;
    final PersonKeys keys;
    private Erasures erasures;
    final Bodies bodies;
    final PeopleKeeping people;

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    TestGateway(Path folder) {
        this(folder, TestDatabase.fresh());
    }

    TestGateway(Path folder, TestDatabase database) {
        this(folder, database.dataSource());
    }

    private TestGateway(Path folder, DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.signer = DevelopmentAuthority.create(folder.resolve("keys"), clock, RANDOM)
                .gateway()
                .signer();
        var versions = new VersionShelf();
        this.keys = PersonKeys.in(folder.resolve("keys/people"), RANDOM);
        var reading =
                PeopleConfiguration.batchReading(HOME, versions, PeopleConfiguration.traineesOf(jdbc, keys, clock));
        var retention = new RecordRetention(java.time.Period.ofYears(3));
        var zone = java.time.ZoneId.of("Asia/Shanghai");
        this.bodies = new Bodies(jdbc, () -> keys, PeopleConfiguration.keeping(reading, retention, zone));
        this.ledger = new Ledger(jdbc, signer, bodies);
        var names = new NameVariants(HOME.resolve("schemas/codes/name-variants.csv")).read();
        var store = new RecordStore(
                new JdbcTemplate(dataSource), keys, new RecordStore.Terms(names::comparable, retention, RANDOM));
        this.people = new PeopleKeeping(reading, store, keys, zone);
        var forms = ReturnForms.load(formsOf(folder), versions);
        var units = Divisions.reportingUnits(HOME);
        var calendarFiles = new CalendarFiles(HOME.resolve("schemas/calendar"));
        var calendar = calendarFiles.read();
        var documents = new CanonicalDocuments(forms);
        var memory = new Memory(ledger.submissions(), documents);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.windows = new Windows(ledger.submissions(), calendar, units, clock);
        this.mappings = new MappingShelf(MappingRegister.open(home(folder), forms, versions));
        this.replay = new ReplayFlow(
                ledger,
                mappings,
                versions,
                new ReplayFlow.Editions(forms, units, new Batches(reading, people, SourceRegister.open(home(folder)))),
                new JdbcTransactionManager(dataSource));
        var batches = new Batches(reading, people, SourceRegister.open(home(folder)));
        var examiner = new Examiner(
                new Admission(
                        SourceRegister.open(home(folder)),
                        new SignerCertificates(new Secrets(name -> null, folder)),
                        TrustFolder.open(folder.resolve("keys"), folder.resolve("keys/trust"))),
                mappings,
                new DocumentReading(documents, units),
                new Judge(forms, units),
                memory,
                batches);
        var audit = new Audit(jdbc);
        this.board = new NoticeBoard(
                new NoticeOutbox(jdbc),
                new Subscriptions(SourceRegister.open(home(folder)), new Secrets(name -> null, folder)),
                Duration.ofDays(3));
        var recorder = new Recorder(
                ledger,
                new Chronicle(audit, board),
                new Judgements(forms, calendar, versions.apply(calendarFiles.bytes())),
                versions,
                people,
                RANDOM);
        this.submissions = new SubmissionFlow(examiner, batches, recorder, locks(calendar, forms), transaction, clock);
        this.sources = SourceRegister.open(home(folder));
        this.backlog = new Backlog(submissions, recorder, ledger, audit, transaction);
        var filed = new FiledReturns(jdbc);
        var seals = new OwnSeals(List.of(signer.certificate()));
        this.witness = new Witness(List.of(folder.resolve("witness")));
        this.ledgerEvidence = new LedgerEvidence(ledger, witness, clock);
        this.guard = new LedgerGuard(fsck(dataSource, batches), ledger.log(), witness, seals);
        this.provincial = new Provincial(ledger, filed, forms, units, new Provincial.Ground(memory, guard));
        this.filings = new NextFilings(provincial, filed, ledger, units);
        var outgoing = new FilingDesk.Outgoing(new Outbox(jdbc), calendar, new CorrectionNotices(board, clock));
        this.months = new Months(
                filings,
                new Approvals(jdbc),
                new FilingStatus(filed, FilingStore.of(jdbc), new TypedAcknowledgements(jdbc)),
                new ReturnedSubmissions(jdbc));
        var reasons = Reasons.load(HOME);
        var acts = new MonthEndFlow.Acts(transaction, audit, clock, guard, ledger.log());
        this.monthEnd = new MonthEndFlow(
                months,
                filed,
                new FilingDesk(units, new FilingDesk.Sealing(signers(folder), RANDOM), ledger, filed, outgoing),
                reasons,
                acts);
        var notices = new OfficeNotices(board);
        this.sendingBack = new SendingBackDesk(
                months, ledger, filed, new SendingBackDesk.Book(new ReturnedSubmissions(jdbc), reasons, notices), acts);
        this.lateExceptions = new LateExceptionDesk(
                ledger.log(),
                filed,
                new LateExceptionDesk.Book(new LateExceptions(jdbc), reasons, units, notices),
                calendar,
                acts);
        this.evidence = new EvidenceDesk(
                ledger,
                filed,
                provincial,
                new Archive(
                        ledger.keptFiles(), versions, units, new Timestamps(jdbc), new Archive.Keys(signer, List::of)),
                clock);
    }

    /** What decides the backlog of this node, as long as the keys allow this. */
    BacklogWork work(Rights rights) {
        return new BacklogWork(
                submissions,
                ledger,
                new StillAllowed(rights, sources),
                new Backoff(Duration.ZERO, Duration.ZERO, RANDOM),
                clock);
    }

    private Locks locks(WorkingCalendar calendar, ReturnForms forms) {
        return new Locks(
                new MonthOver(calendar),
                new EditionAge(forms, calendar.zone()),
                new OfficeActs(
                        new FiledReturns(jdbc),
                        new Approvals(jdbc),
                        new LateExceptions(jdbc),
                        new LockSettings(2022),
                        calendar.zone()));
    }

    /** With the second key of the folder, where there is one. */
    private OwnSigners signers(Path folder) {
        var second = folder.resolve("keys/second.p12");
        if (!Files.exists(second)) {
            return OwnSigners.only(signer);
        }
        var password = KeyRing.passwordIn(folder.resolve("keys/password"));
        return new OwnSigners(
                signer, Optional.of(KeyRing.open(second, password, RANDOM).signer()));
    }

    /** Definitions of the test's own, where it has laid some into the folder. */
    private static Path formsOf(Path folder) {
        var own = folder.resolve("definitions");
        return Files.exists(own) ? own : HOME;
    }

    /** One source that speaks for two senders in the canonical form, unless the folder has its own. */
    private static Path home(Path folder) {
        try {
            var source = folder.resolve("mappings/kunming");
            if (Files.exists(source)) {
                return folder;
            }
            Files.createDirectories(source);
            Files.createDirectories(folder.resolve("schemas"));
            for (var schema : new String[] {"source.schema.json", "mapping.schema.json"}) {
                var copy = folder.resolve("schemas").resolve(schema);
                if (!Files.exists(copy)) {
                    Files.copy(HOME.resolve("schemas").resolve(schema), copy);
                }
            }
            Files.writeString(source.resolve("source.yaml"), """
                    source: kunming
                    title: {zh: 昆明, en: Kunming}
                    senders: ["530100", "530300"]
                    door: {kind: http-push}
                    datasets:
                      monthly-return: {mapping: monthly-return.yaml}
                      trainees: {}
                      placements: {badRows: setAside}
                    contact: 就业科
                    """);
            return folder;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Fsck fsck(DataSource dataSource, Batches batches) {
        var seals = new OwnSeals(List.of(signer.certificate()));
        this.erasures = new Erasures(jdbc, ledger.leaves(), ledger.log());
        var check = new LeafCheck(ledger.leaves(), erasures);
        var records = new RecordsCheck(
                batches, ledger.submissions(), new RecordTree(new JdbcTemplate(dataSource), keys), erasures);
        var others = new HashMap<>(OfficeActCheck.all(jdbc));
        others.put(FilingDesk.PROVINCIAL_RETURN, new ReturnCheck(new FiledReturns(jdbc), check, seals));
        others.put(Ledger.SUBMISSION, records);
        others.put(ListChronicle.ENTRY, new PublishedListCheck(new ListChanges(jdbc)));
        return Fsck.of(jdbc, seals, bodies, others).asking(new OfficeActRows(jdbc)::first);
    }

    /** The check on demand, of everything or of what is new. */
    LedgerInspection inspection() {
        var points = new VerifiedPoints(witness, new OwnSeals(List.of(signer.certificate())), signer, clock);
        return new LedgerInspection(
                guard, ledger, points, java.util.Objects.requireNonNull(transaction.getTransactionManager()));
    }

    /** What takes people's records away when their time is over. */
    ErasureFlow erasure(Instant at) {
        return new ErasureFlow(
                new DueErasures(erasures, bodies, people.store()),
                new Audit(jdbc),
                transaction,
                Clock.fixed(at, ZoneOffset.UTC),
                people.zone());
    }

    /** The full check over any connection, knowing our keys and this one certificate of ours. */
    Fsck fsck(JdbcClient other) {
        var seals = new OwnSeals(List.of(signer.certificate()));
        var leaves = new Leaves(other);
        var check = new LeafCheck(leaves, new Erasures(other, leaves, new LedgerLog(other)));
        var others = new HashMap<>(OfficeActCheck.all(other));
        others.put(FilingDesk.PROVINCIAL_RETURN, new ReturnCheck(new FiledReturns(other), check, seals));
        others.put(ListChronicle.ENTRY, new PublishedListCheck(new ListChanges(other)));
        var bodiesThere = new Bodies(other, () -> keys, (dataset, receivedAt) -> Optional.empty());
        return Fsck.of(other, seals, bodiesThere, others).asking(new OfficeActRows(other)::first);
    }

    SigningCertificate certificate() {
        return signer.certificate();
    }

    Outcome push(String sender, String content) {
        return submissions.receive(delivery(sender, content, Optional.empty()));
    }

    Outcome push(String sender, String content, String idempotencyKey) {
        return submissions.receive(delivery(sender, content, Optional.of(idempotencyKey)));
    }

    /** The same push, its last byte here only at that moment. */
    Outcome pushAt(Instant receivedAt, String sender, String content) {
        return pushAt(receivedAt, sender, Period.of("2023-06"), content);
    }

    Outcome pushAt(Instant receivedAt, String sender, Period period, String content) {
        var one = delivery(sender, content, Optional.empty());
        return submissions.receive(new Delivery(
                one.source(),
                one.senders(),
                one.door(),
                one.dataset(),
                Optional.of(period),
                one.mediaType(),
                one.fileName(),
                one.content(),
                one.signature(),
                one.idempotencyKey(),
                receivedAt));
    }

    static Delivery delivery(String sender, String content, Optional<String> idempotencyKey) {
        return new Delivery(
                new SourceId("kunming"),
                Set.of(new Sender(sender)),
                Door.HTTP_PUSH,
                Delivery.MONTHLY_RETURN,
                Optional.of(Period.of("2023-06")),
                MediaType.JSON,
                Optional.empty(),
                content.getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                idempotencyKey,
                NOW);
    }

    /** A return that keeps every rule; {@code inPost} tells one from another. */
    static String goodReturn(String sender, int inPost) {
        return """
               {"form": "MOHRSS-2023", "period": "2023-06", "sender": "%s", "revision": 1,
                "indicators": {"1": 812, "2": 14, "3": 5630, "4": 420, "5": 900, "6": 640, "7": 512,
                               "8": 410, "9": 233, "10": 190, "11": 96, "12": 21, "13": %d, "14": "1873.50"}}
               """.formatted(sender, inPost);
    }
}
