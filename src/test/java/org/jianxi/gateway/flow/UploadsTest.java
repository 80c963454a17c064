package org.jianxi.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.flow.uploads.ExplanationDesk;
import org.jianxi.gateway.flow.uploads.Upload;
import org.jianxi.gateway.flow.uploads.UploadDesk;
import org.jianxi.gateway.flow.uploads.UploadStep;
import org.jianxi.gateway.forms.CanonicalDocuments;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.ledger.StoredSubmission;
import org.jianxi.gateway.signing.Sm3;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A unit's return delivered and explained by a person at the console, over a real database. */
class UploadsTest {

    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final SourceId CONSOLE = new SourceId("console");
    private static final Sender LINCANG = new Sender("530900");
    private static final Period MAY = Period.of("2023-05");
    private static final Period JUNE = Period.of("2023-06");
    private static final Caller REPORTER =
            new Caller("lincang-desk", Set.of(Role.REPORTER), Optional.empty(), Set.of(LINCANG));

    @TempDir
    private Path folder;

    private TestGateway gateway;
    private UploadDesk desk;
    private ExplanationDesk explanations;

    @BeforeEach
    void aDesk() throws IOException {
        FiledMonth.copy(folder);
        gateway = new TestGateway(folder);
        var clock = Clock.fixed(TestGateway.NOW, ZoneOffset.UTC);
        desk = new UploadDesk(gateway.sources, gateway.submissions, new Audit(gateway.jdbc), clock);
        var forms = ReturnForms.load(HOME, Sm3::of);
        var submissions = gateway.ledger.submissions();
        var stories = new ReturnStories(submissions, new Memory(submissions, new CanonicalDocuments(forms)), forms);
        explanations = new ExplanationDesk(stories, desk, Reasons.load(HOME));
    }

    @Test
    void aFilledInSheetIsTriedWithoutATraceAndDeliveredIntoTheLedger() throws IOException {
        var sheet = Files.readAllBytes(HOME.resolve("mappings/official/samples/2023-06-lincang.in.xlsx"));
        var upload = new Upload(CONSOLE, LINCANG, JUNE, "临沧6月.xlsx", sheet);

        var tried = desk.tryOut(upload, REPORTER);
        assertThat(tried)
                .isInstanceOfSatisfying(
                        UploadStep.Tried.class,
                        step -> assertThat(step.trial().refusal()).isEmpty());
        assertThat(gateway.ledger.log().size()).isZero();
        assertThat(deeds()).isEmpty();

        var stored = find(accepted(desk.deliver(upload, REPORTER)));
        assertThat(stored.arrival().door().wireName()).isEqualTo("console");
        assertThat(stored.arrival().fileName()).contains("临沧6月.xlsx");
        assertThat(gateway.ledger.submissions().content(stored.arrival().digest()))
                .hasValueSatisfying(kept -> assertThat(kept).isEqualTo(sheet));
        assertThat(deeds())
                .containsExactly(
                        "lincang-desk upload-received 530900 2023-06 by console",
                        "lincang-desk upload-accepted 530900 2023-06 by console");
    }

    @Test
    void nobodyDeliversForAUnitThatIsNotTheAccounts() {
        var foreign = new Upload(CONSOLE, new Sender("530100"), JUNE, "6.json", json("530100", "2023-06", 3127));
        assertThat(desk.deliver(foreign, REPORTER)).isInstanceOf(UploadStep.NotThere.class);

        var slipped = new Upload(CONSOLE, LINCANG, JUNE, "6.json", json("530100", "2023-06", 3127));
        var step = (UploadStep.Decided) desk.deliver(slipped, REPORTER);
        assertThat(step.outcome()).isInstanceOf(Outcome.Returned.class);
        assertThat(gateway.windows.of(JUNE).standings().getFirst().revision()).isEmpty();
    }

    @Test
    void whatIsNoDocumentOfThisDeskIsNotTakenInAndTheReasonSaysWhatWouldBe() {
        var old = new Upload(CONSOLE, LINCANG, JUNE, "报表.xls", new byte[] {1});
        assertThat(desk.deliver(old, REPORTER))
                .isInstanceOfSatisfying(
                        UploadStep.NotTaken.class,
                        step -> assertThat(step.why().zh()).contains("另存为 .xlsx"));
        var empty = new Upload(CONSOLE, LINCANG, JUNE, "报表.xlsx", new byte[0]);
        assertThat(desk.deliver(empty, REPORTER)).isInstanceOf(UploadStep.NotTaken.class);
        var large = new Upload(CONSOLE, LINCANG, JUNE, "报表.xlsx", new byte[(8 << 20) + 1]);
        assertThat(desk.deliver(large, REPORTER))
                .isInstanceOfSatisfying(
                        UploadStep.NotTaken.class,
                        step -> assertThat(step.why().en()).contains("8 MB"));
        assertThat(deeds()).isEmpty();
    }

    /** B-13: 填报说明 2, 4 and 6 together; the stock of one month follows from the last one's. */
    @Test
    void anExplainedWarningAndAJumpTravelInTheNextRevisionWithTheSameFigures() {
        deliver(MAY, 3000);
        var first = find(deliver(JUNE, 4300));
        assertThat(first.decision().findings()).contains("B-13");

        var words = Map.of(
                "B-13", new WrittenReason("batch-ended", "整批见习五月底期满，六月初办理"),
                "B-JUMP-13", new WrittenReason("season", "毕业生集中到岗"));
        var second = find(accepted(explanations.explain(first.id(), words, REPORTER)));

        assertThat(second.revision()).isEqualTo(first.revision() + 1);
        var canonical = new String(second.decision().canonical().orElseThrow(), StandardCharsets.UTF_8);
        assertThat(canonical).contains("整批见习期满：整批见习五月底期满，六月初办理", "\"B-JUMP-13\"", "\"13\": 4300");
        assertThat(second.decision().explanations()).contains("B-13", "整批见习期满");
        assertThat(explanations.explain(first.id(), words, REPORTER))
                .as("the first revision does not stand any more")
                .isInstanceOf(UploadStep.NotTaken.class);
    }

    @Test
    void wordsOutsideTheListOrWithSomebodysNumberOrAboutNothingAreRefused() {
        var id = deliver(JUNE, 3127);
        var outside = Map.of("B-JUMP-3", new WrittenReason("no-such", "毕业生集中到岗"));
        assertThat(explanations.explain(id, outside, REPORTER)).isInstanceOf(UploadStep.Wrong.class);
        var personal = Map.of("B-JUMP-3", new WrittenReason("season", "联系电话 " + "139" + "00000000"));
        assertThat(explanations.explain(id, personal, REPORTER)).isInstanceOf(UploadStep.Wrong.class);
        assertThat(explanations.explain(id, Map.of(), REPORTER)).isInstanceOf(UploadStep.NotTaken.class);
        var unknown = Map.of("L-8", new WrittenReason("season", "毕业生集中到岗"));
        assertThat(explanations.explain(id, unknown, REPORTER))
                .as("an error is not explained away")
                .isInstanceOf(UploadStep.NotThere.class);
        var stranger = new Caller("x", Set.of(Role.REPORTER), Optional.empty(), Set.of(new Sender("530100")));
        assertThat(explanations.explain(id, outside, stranger)).isInstanceOf(UploadStep.NotThere.class);
    }

    private String deliver(Period month, int inPost) {
        var upload = new Upload(CONSOLE, LINCANG, month, "return.json", json("530900", month.toString(), inPost));
        return accepted(desk.deliver(upload, REPORTER));
    }

    private static String accepted(UploadStep step) {
        assertThat(step).isInstanceOf(UploadStep.Decided.class);
        assertThat(((UploadStep.Decided) step).outcome()).isInstanceOf(Outcome.Accepted.class);
        return ((UploadStep.Decided) step).outcome().submission().orElseThrow();
    }

    private StoredSubmission find(String id) {
        return gateway.ledger.submissions().find(id).orElseThrow();
    }

    private List<String> deeds() {
        return gateway.jdbc
                .sql(
                        "select actor || ' ' || action || ' ' || detail from audit where action like 'upload-%' order by id")
                .query(String.class)
                .list();
    }

    private static byte[] json(String sender, String period, int inPost) {
        return """
                {"form":"MOHRSS-2023","period":"%s","sender":"%s","revision":1,"indicators":{"1":812,"2":14,"3":5630,
                "4":420,"5":900,"6":640,"7":512,"8":410,"9":233,"10":190,"11":96,"12":21,"13":%d,"14":"1873.50"}}
                """.formatted(period, sender, inPost).getBytes(StandardCharsets.UTF_8);
    }
}
