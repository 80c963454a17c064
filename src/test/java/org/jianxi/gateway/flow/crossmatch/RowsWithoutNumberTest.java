package org.jianxi.gateway.flow.crossmatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.jianxi.gateway.flow.crossmatch.ComparedPeople.number;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.flow.crossmatch.ReviewDesk.Decision;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.records.DescribedTrainees;
import org.jianxi.gateway.records.LookReason;
import org.jianxi.gateway.records.RecordFixture;
import org.jianxi.gateway.registries.Person;
import org.jianxi.gateway.registries.extracts.BroughtExtract;
import org.jianxi.gateway.registries.extracts.ExtractOffice;
import org.jianxi.gateway.registries.extracts.ExtractOutcome;
import org.jianxi.gateway.registries.extracts.RowReview;
import org.jianxi.gateway.registries.linkage.Waterfall;
import org.jianxi.gateway.registries.linkage.Weights;
import org.jianxi.gateway.registries.review.LinkageReview;
import org.jianxi.gateway.registries.review.QueuedCandidate;
import org.jianxi.gateway.registries.run.RegistryName;
import org.jianxi.gateway.registries.run.RegistryRegister;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.jianxi.gateway.registries.snapshot.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows of an extract without a number: planted ones are found, strangers are not, and nothing follows before a person says so. */
class RowsWithoutNumberTest {

    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final RegistrySettings REGISTRY = RegistryRegister.open(HOME)
            .find(new RegistryName("lifted-from-poverty"))
            .orElseThrow();
    private static final LookReason REASON = new LookReason("officer", "核对无号码的登记行", Optional.empty());
    private static final String FIRST = "脱贫_20230601.csv";
    private static final String SECOND = "脱贫_20230630.csv";

    @TempDir
    private Path folder;

    private ComparedPeople people;
    private ExtractOffice office;
    private JdbcTemplate jdbc;

    @BeforeEach
    void fiveTrainees() {
        people = new ComparedPeople(folder);
        people.trainees(1, 2, 3, 4, 5);
        jdbc = people.house.template;
        office = new ExtractOffice(
                people.house.jdbc,
                people.house.transaction,
                folder.resolve("registries"),
                () -> new Tokens(people.house.records.keys().tokens(), RecordFixture.NAMES),
                people.clock);
    }

    @Test
    void whoeverWasPlantedIsFoundAndNobodyElse() throws Exception {
        load(FIRST, List.of(1), 2, 3, 200, 201);

        assertThat(open()).extracting(QueuedCandidate::person).containsExactlyInAnyOrder(token(2), token(3));
        assertThat(people.looks()).as("one delivery was opened, and says so").hasSize(1);
        assertThat(people.marks(1, 2, 3, 4, 5)).isEmpty();
    }

    @Test
    void thePartsOfAWaterfallAddUpToItsTotal() throws Exception {
        load(FIRST, List.of(1), 2, 3, 200);

        assertThat(open()).hasSize(2).allSatisfy(one -> {
            var parts =
                    one.why().steps().stream().mapToDouble(Waterfall.Step::bits).sum();
            assertThat(one.why().prior() + parts).isCloseTo(one.why().total(), within(1e-9));
            assertThat(jdbc.queryForObject(
                            "select total - prior - (select sum((s ->> 'bits')::float8) from jsonb_array_elements(steps) s)"
                                    + " from linkage_candidate where id = ?",
                            Double.class,
                            one.id()))
                    .isCloseTo(0.0, within(1e-9));
        });
    }

    @Test
    void nobodyIsOpenedWhoseNumberIsThereOrWhereEveryRowHasOne() throws Exception {
        load(FIRST, List.of(1, 2, 3));
        assertThat(people.looks()).isEmpty();

        load(SECOND, List.of(1, 2, 3, 4, 5), 1, 200);
        assertThat(people.looks()).isEmpty();
        assertThat(open()).as("the number stands there too").isEmpty();
    }

    @Test
    void noNameLiesInTheClear() throws Exception {
        load(FIRST, List.of(1), 2);
        close("same-person");

        var row = jdbc.queryForMap("select * from linkage_candidate");
        var text = new ArrayList<String>();
        row.values().forEach(value -> {
            if (value instanceof byte[] bytes) {
                text.add(new String(bytes, StandardCharsets.UTF_8));
                text.add(HexFormat.of().formatHex(bytes));
            } else {
                text.add(String.valueOf(value));
            }
        });
        assertThat(String.join("\n", text))
                .doesNotContain(new Person(2).name())
                .doesNotContain(number(2).substring(6, 14))
                .doesNotContain("脱贫户")
                .doesNotContain("同一个人");
    }

    @Test
    void aLookIsWrittenDownBeforeBothSidesAreShown() throws Exception {
        load(FIRST, List.of(1), 2);
        var before = people.looks().size();

        var opened = desk().open(REGISTRY, open().getFirst().id(), REASON).orElseThrow();

        assertThat(opened.row().orElseThrow().name()).isEqualTo(new Person(2).name());
        assertThat(opened.ours().orElseThrow().birthDate())
                .isEqualTo(opened.row().orElseThrow().birthDate())
                .isPresent();
        assertThat(people.looks()).hasSize(before + 1).contains("officer 核对无号码的登记行");
        assertThatThrownBy(() -> new LookReason("officer", "", Optional.empty()))
                .isInstanceOf(LookReason.NoPurpose.class);
    }

    @Test
    void theSamePersonIsAProposalWhichTheNextRunsKeep() throws Exception {
        load(FIRST, List.of(1), 2);

        assertThat(close("same-person")).isEqualTo(ReviewDesk.Ended.DONE);
        assertThat(people.marks(2)).isEqualTo(Map.of(number(2), "proposed"));
        people.run(REGISTRY, office.open(REGISTRY.name()));
        assertThat(people.marks(2)).isEqualTo(Map.of(number(2), "proposed"));

        load(SECOND, List.of(1), 2);
        people.run(REGISTRY, office.open(REGISTRY.name()));
        assertThat(open()).as("asked once").isEmpty();
        assertThat(people.marks(2)).as("the newer extract has the row").isEqualTo(Map.of(number(2), "proposed"));
        assertThat(people.audit()).contains("candidate-closed");
    }

    @Test
    void whatIsNotTheSameIsLetGoOfAndNeverAskedAgain() throws Exception {
        load(FIRST, List.of(1), 2);
        close("not-the-same");
        load(SECOND, List.of(1), 2);

        assertThat(open()).isEmpty();
        assertThat(people.marks(2)).isEmpty();
        assertThat(jdbc.queryForObject(
                        "select count(*) from linkage_candidate where description is not null", Long.class))
                .isZero();
    }

    @Test
    void whatNobodyCouldTellIsAskedAgainAndClosedTwiceNever() throws Exception {
        load(FIRST, List.of(1), 2);
        var id = open().getFirst().id();
        close("cannot-tell");
        assertThat(desk().close(REGISTRY, id, decision("same-person"))).isEqualTo(ReviewDesk.Ended.CLOSED_BEFORE);
        assertThat(desk().close(REGISTRY, id + 1, decision("same-person"))).isEqualTo(ReviewDesk.Ended.NOT_THERE);

        load(SECOND, List.of(1), 2);
        assertThat(open()).extracting(QueuedCandidate::id).containsExactly(id);
    }

    @Test
    void aRowThatIsNoMoreThereIsNoQuestionAnyMore() throws Exception {
        load(FIRST, List.of(1), 2, 3);
        load(SECOND, List.of(1), 3);

        assertThat(open()).extracting(QueuedCandidate::person).containsExactly(token(3));
        assertThat(jdbc.queryForObject("select outcome from linkage_candidate where outcome is not null", String.class))
                .isEqualTo("gone");
    }

    @Test
    void aReviewThatFailsLeavesNeitherSnapshotNorCandidates() throws Exception {
        RowReview failing = taken -> {
            review().look(taken);
            throw new IOException("killed");
        };
        var brought = list(FIRST, List.of(1), 2);

        assertThatThrownBy(() -> office.intake(failing).take(REGISTRY, brought)).hasMessage("killed");
        assertThat(open()).isEmpty();

        assertThat(office.intake(review()).take(REGISTRY, brought)).isInstanceOf(ExtractOutcome.Taken.class);
        assertThat(open()).hasSize(1);
    }

    @Test
    void whoeverHasNoRecordAnyMoreIsForgotten() throws Exception {
        load(FIRST, List.of(1), 2);
        jdbc.update(
                "update person_record set content = null, person_token = null, name_token = null, trainee_token = null");

        people.flow().forgetStrangers();

        assertThat(jdbc.queryForObject("select count(*) from linkage_candidate", Long.class))
                .isZero();
    }

    private List<QueuedCandidate> open() {
        return people.queue().page(REGISTRY.name(), true, 0, 100);
    }

    private ReviewDesk.Ended close(String outcome) {
        return desk().close(REGISTRY, open().getFirst().id(), decision(outcome));
    }

    private static Decision decision(String outcome) {
        return Decision.of(outcome, "电话问过，是同一个人", "officer").orElseThrow();
    }

    private ReviewDesk desk() {
        var records = people.house.records;
        return new ReviewDesk(
                people.intake(),
                new ReviewDesk.Openings(people.house.list, records.store(), records.looks()),
                new ReviewDesk.Office(new Audit(people.house.jdbc), people.house.transaction, people.clock));
    }

    private Digest token(int person) {
        return Digest.of(people.house.records.keys().tokens().ofNumber(number(person)));
    }

    private LinkageReview review() {
        return new LinkageReview(
                () -> Weights.load(HOME),
                RecordFixture.NAMES,
                new DescribedTrainees(jdbc, people.house.records.keys()),
                people.queue(),
                people.clock);
    }

    private void load(String name, List<Integer> listed, int... broken) throws Exception {
        assertThat(office.intake(review()).take(REGISTRY, list(name, listed, broken)))
                .isInstanceOf(ExtractOutcome.Taken.class);
    }

    /** A hundred strangers with numbers, these with theirs, and these with a wrong check digit. */
    private BroughtExtract list(String name, List<Integer> listed, int... broken) throws Exception {
        var lines = new ArrayList<>(List.of("姓名,证件号码,与户主关系,户类型"));
        // the same file is refused, so the second has one stranger more
        IntStream.range(1_000, name.equals(SECOND) ? 1_101 : 1_100).forEach(one -> lines.add(line(one, number(one))));
        listed.forEach(one -> lines.add(line(one, number(one))));
        IntStream.of(broken).forEach(one -> lines.add(line(one, wrong(number(one)))));
        var file = Files.write(folder.resolve(name), lines, Charset.forName("GB18030"));
        return new BroughtExtract(file, Optional.empty(), "office", Optional.empty());
    }

    private static String line(int person, String number) {
        return new Person(person).name() + "," + number + ",户主,脱贫户（享受政策）";
    }

    private static String wrong(String number) {
        return number.substring(0, 17) + (number.endsWith("7") ? '8' : '7');
    }
}
