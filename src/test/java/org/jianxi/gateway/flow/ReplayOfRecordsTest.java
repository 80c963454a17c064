package org.jianxi.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.flow.ReplayChange.Records;
import org.jianxi.gateway.forms.Dictionary;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.ledger.StoredSubmission;
import org.jianxi.gateway.mapping.MappingFile;
import org.jianxi.gateway.mapping.Trainees;
import org.jianxi.gateway.mapping.notation.Definitions;
import org.jianxi.gateway.signing.Sm3;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A candidate mapping over recorded batches of placements: counted, compared record by record, and nobody looked up. */
class ReplayOfRecordsTest {

    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String SAMPLES = "mappings/xishuangbanna/samples/placements-2023-";

    @TempDir
    Path folder;

    private TestGateway gateway;
    private String mapping;
    private final Heard heard = new Heard();

    @BeforeEach
    void oneBatchStandsAndOneWasReturned() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("mappings"), folder.resolve("mappings"));
        FileSystemUtils.copyRecursively(Path.of("schemas"), folder.resolve("schemas"));
        var source = folder.resolve("mappings/xishuangbanna/source.yaml");
        Files.writeString(source, Files.readString(source).replace("active: false\n", ""));
        mapping = Files.readString(Path.of("mappings/xishuangbanna/placements.yaml"));
        gateway = new TestGateway(folder);
        assertThat(deliver(sample("06"))).isInstanceOf(Outcome.Accepted.class);
        assertThat(deliver(sample("06-wrong"))).isInstanceOf(Outcome.Returned.class);
    }

    @Test
    void theMappingInForceMakesBothVerdictsAgain() {
        var summary = replay(mapping);

        assertThat(heard.notReproducible).isEmpty();
        assertThat(summary.lookedAt()).isEqualTo(2);
        assertThat(summary.isClean()).isTrue();
        assertThat(count("select count(*) from person_look")).isZero();
    }

    @Test
    void anotherColumnForAFieldIsToldAsRecordsThatWouldSayOtherwise() {
        var summary = replay(mapping.replace("postId: gwbh", "postId: dwbh"));

        assertThat(summary.differs()).isTrue();
        var stands = records();
        assertThat(heard.changes)
                .extracting(ReplayChange::records)
                .containsExactly(Optional.of(new Records(stands, stands, stands)));
        assertThat(heard.changes.getFirst().tree()).containsKey("records");
    }

    @Test
    void aColumnThatTheDocumentDoesNotHaveReturnsTheBatch() {
        replay(mapping.replace("{from: dgrq,", "{from: sgrq,"));

        var change = heard.changes.getFirst();
        assertThat(change.before().verdict()).isEqualTo("accepted");
        assertThat(change.after().verdict()).isEqualTo("rejected");
        assertThat(change.records()).contains(new Records(records(), 0, 0));
        assertThat(change.added()).extracting(Finding::isError).contains(true);
    }

    @Test
    void aMappingOfAnotherDatasetOrSourceHasNoSay() {
        assertThat(replay(mapping.replace("source: xishuangbanna", "source: nujiang"))
                        .lookedAt())
                .isZero();
    }

    @Test
    void aMappingBesideThatOfTheReturnHasASayToo() throws IOException {
        var bytes = Files.readAllBytes(Path.of("mappings/honghe/monthly-return.yaml"));
        var ofReturns = MappingFile.kept("candidate", bytes, ReturnForms.load(HOME, Sm3::of), Sm3::of);
        var both = ReplayCandidate.ofMapping(new ReplayCandidate.Mapping(ofReturns, bytes))
                .beside(List.of(ofRecords(mapping.replace("postId: gwbh", "postId: dwbh"))));

        var summary = gateway.replay.run(both, ReplayScope.EVERYTHING, heard);

        assertThat(summary.lookedAt()).isEqualTo(2);
        assertThat(summary.changed()).isEqualTo(1);
    }

    @Test
    void whatWasErasedCannotBeCompared() {
        gateway.erasure(TestGateway.NOW.plus(Duration.ofDays(4 * 366))).eraseDue();

        var summary = replay(mapping);

        assertThat(summary.isClean()).isFalse();
        assertThat(heard.notReproducible).hasSize(2);
    }

    @Test
    void whatWasJudgedByTraineesDeliveredApartCannotBeCompared() throws IOException {
        var old = Trainees.batch(
                        "trainees",
                        Trainees.graduate(1).put("traineeId", "RY0001").put("graduatedOn", "2019-06-30"))
                .put("sender", "532800");
        assertThat(gateway.submissions.receive(
                        delivery("trainees", MediaType.JSON, old.toString().getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(deliver(sample("06") + "\n")).isInstanceOf(Outcome.Returned.class);

        replay(mapping);

        assertThat(heard.notReproducible)
                .singleElement()
                .extracting(Bilingual::en)
                .asString()
                .contains("looks nobody up");
    }

    private ReplaySummary replay(String yaml) {
        var tried = new ReplayCandidate.Mapping(ofRecords(yaml), yaml.getBytes(StandardCharsets.UTF_8));
        return gateway.replay.run(ReplayCandidate.ofMapping(tried), ReplayScope.EVERYTHING, heard);
    }

    private static MappingFile ofRecords(String yaml) {
        var definitions = Definitions.of(ReturnForms.load(HOME, Sm3::of), Dictionary.load(HOME));
        return MappingFile.kept("candidate", yaml.getBytes(StandardCharsets.UTF_8), definitions, Sm3::of);
    }

    private long records() {
        return count("select count(*) from person_record");
    }

    private long count(String sql) {
        return gateway.jdbc.sql(sql).query(Long.class).single();
    }

    private Outcome deliver(String csv) {
        return gateway.submissions.receive(delivery("placements", MediaType.CSV, csv.getBytes(GB18030)));
    }

    private static Delivery delivery(String dataset, MediaType type, byte[] content) {
        return new Delivery(
                new SourceId("xishuangbanna"),
                Set.of(new Sender("532800")),
                Door.FOLDER,
                dataset,
                Optional.of(Period.of("2023-06")),
                type,
                Optional.empty(),
                content,
                Optional.empty(),
                Optional.empty(),
                TestGateway.NOW);
    }

    private static String sample(String name) throws IOException {
        return Files.readString(Path.of(SAMPLES + name + ".in.csv"), GB18030);
    }

    private static final class Heard implements ReplayReport {

        final List<ReplayChange> changes = new ArrayList<>();
        final List<Bilingual> notReproducible = new ArrayList<>();

        @Override
        public void changed(ReplayChange change) {
            changes.add(change);
        }

        @Override
        public void notReproducible(StoredSubmission submission, Bilingual reason) {
            notReproducible.add(reason);
        }

        @Override
        public void totals(ReplayTotals month) {
            throw new AssertionError("records make no totals");
        }

        @Override
        public void progress(long done) {
            assertThat(done).isPositive();
        }
    }
}
