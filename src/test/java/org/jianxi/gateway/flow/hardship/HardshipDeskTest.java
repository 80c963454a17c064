package org.jianxi.gateway.flow.hardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jianxi.gateway.flow.hardship.MarkedPeople.KUNMING;
import static org.jianxi.gateway.flow.hardship.MarkedPeople.NOW;
import static org.jianxi.gateway.flow.hardship.MarkedPeople.OFFICE;
import static org.jianxi.gateway.flow.hardship.MarkedPeople.QUJING;
import static org.jianxi.gateway.flow.hardship.MarkedPeople.placement;
import static org.jianxi.gateway.flow.hardship.MarkedPeople.trainee;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.CheckDigits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.hardship.HardshipDesk.Actor;
import org.jianxi.gateway.flow.hardship.HardshipDesk.Ended;
import org.jianxi.gateway.records.LookReason;
import org.jianxi.gateway.registries.marks.Hardship;
import org.jianxi.gateway.registries.marks.MarkList.Marked;
import org.jianxi.gateway.registries.marks.MarkList.Wanted;
import org.jianxi.gateway.registries.marks.MarkedRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who sees which mark and does what to it, and whom a unit serves first (人社部发〔2023〕27号 二(一)). */
class HardshipDeskTest {

    private static final String ANNA = number("53010220010315002");
    private static final String BERTA = number("53010220020416004");
    private static final String CARLA = number("53010220030517006");

    @TempDir
    private Path folder;

    private MarkedPeople people;

    @BeforeEach
    void twoUnitsSendTrainees() {
        people = new MarkedPeople(folder);
        people.records.accepted(
                "k",
                "trainees",
                "530100",
                trainee("T-1", ANNA, "安娜"),
                trainee("=T-2", BERTA, "贝塔"),
                trainee("T-3", CARLA, "卡拉"));
        people.records.accepted("q", "trainees", "530300", trainee("X-9", ANNA, "安娜"));
    }

    @Test
    void aSenderSeesTheMarksOfItsOwnPeopleWithItsOwnRecordsOnly() {
        var anna = people.hit(ANNA, "城市低保");
        var berta = people.hit(BERTA, "特困");

        assertThat(page(List.of(new Sender("530100")))).containsExactlyInAnyOrder(anna, berta);
        assertThat(page(List.of(new Sender("530300")))).containsExactly(anna);
        assertThat(page(List.of(new Sender("532500")))).isEmpty();
        assertThat(people.list.find(anna, QUJING.senders()).orElseThrow().records())
                .extracting(MarkedRecord::record)
                .containsExactly(people.recordOf("530300", "X-9"));
        assertThat(people.list.find(anna, List.of()).orElseThrow().records()).hasSize(2);
        assertThat(people.list.find(berta, QUJING.senders())).isEmpty();
    }

    @Test
    void pagesFollowOneAnotherAndLeaveNobodyOut() {
        var all = List.of(people.hit(ANNA, "城市低保"), people.hit(BERTA, "特困"), people.hit(CARLA, "低保边缘"));
        var first = people.list.page(new Wanted(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), 2));
        var last = first.getLast().mark().id();
        var second = people.list.page(new Wanted(List.of(), Optional.empty(), Optional.empty(), Optional.of(last), 2));

        assertThat(Stream.concat(first.stream(), second.stream())
                        .map(one -> one.mark().id()))
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(first).hasSize(2);
    }

    @Test
    void whatIsNotTheirsIsNotThereForThem() {
        var berta = people.hit(BERTA, "特困");

        assertThat(people.act(berta, "object", "不是我们的人", QUJING)).isInstanceOf(Ended.NotThere.class);
        assertThat(people.act("no-such-mark", "confirm", "", OFFICE)).isInstanceOf(Ended.NotThere.class);
    }

    @Test
    void anActIsInTheAuditAndToldToTheUnitWithoutAPerson() {
        var anna = people.hit(ANNA, "城市低保");
        people.act(anna, "confirm", "", OFFICE);

        assertThat(people.jdbc
                        .sql("select actor || ' ' || action || ' ' || detail from audit where object = :mark")
                        .param("mark", anna)
                        .query(String.class)
                        .list())
                .containsExactly("office mark-confirm confirmed");
        assertThat(people.told())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one)
                        .contains("marks.changed", anna, "530100")
                        .doesNotContain("低保")
                        .doesNotContain(ANNA)
                        .doesNotContain("T-1"));
    }

    @Test
    void theSameActAgainWritesNothing() {
        var anna = people.hit(ANNA, "城市低保");
        people.act(anna, "confirm", "", OFFICE);

        assertThat(people.act(anna, "confirm", "", OFFICE)).isInstanceOf(Ended.Done.class);
        assertThat(people.marks.find(anna).orElseThrow().acts()).isEqualTo(2);
        assertThat(people.told()).hasSize(2);
    }

    @Test
    void aDryRunSaysWhatWouldBeAndDoesNothing() {
        var anna = people.hit(ANNA, "城市低保");

        var tried = people.desk.act(anna, new WrittenAct("confirm", "", Optional.empty()), OFFICE, true);

        assertThat(((Ended.Done) tried).marked().mark().state().counts()).isTrue();
        assertThat(people.marks.find(anna).orElseThrow().state().counts()).isFalse();
    }

    @Test
    void whatMayNotStandNamesItsRuleAndPlace() {
        var anna = people.hit(ANNA, "城市低保");

        assertThat(rules(people.act(anna, "delete", "没有理由也罢", OFFICE))).containsExactly("P-MARK-ACT /act");
        assertThat(rules(people.act(anna, "refuse", "不", OFFICE))).containsExactly("P-MARK-REASON /reason");
        assertThat(rules(people.act(anna, "keep", "仍在低保名单", OFFICE))).containsExactly("P-MARK-STATE /act");
        assertThat(rules(people.desk.act(
                        anna, new WrittenAct("correct", "证件为准", Optional.of(Hardship.of("很穷"))), OFFICE, false)))
                .containsExactly("P-MARK-CODE /hardship/category");
        assertThat(rules(people.act(anna, "correct", "证件为准", OFFICE))).containsExactly("P-MARK-CODE /hardship");
    }

    @Test
    void anObjectionGoesItsWayToACorrection() {
        var anna = people.hit(ANNA, "城市低保");
        people.act(anna, "confirm", "", OFFICE);
        people.act(anna, "object", "本人家庭为低保边缘，非低保", KUNMING);
        var corrected = people.desk.act(
                anna, new WrittenAct("uphold-correct", "民政复核属实", Optional.of(Hardship.of("低保边缘"))), OFFICE, false);

        var standing = ((Ended.Done) corrected).marked().mark().standing().orElseThrow();
        assertThat(standing.hardship().category()).isEqualTo("低保边缘");
        assertThat(standing.isCorrected()).isTrue();
    }

    @Test
    void wordsAreReadForAPurposeOnlyAndThatIsInTheAudit() {
        var anna = people.hit(ANNA, "城市低保");
        people.act(anna, "object", "本人家庭为低保边缘，非低保", KUNMING);

        assertThat(people.words.of(anna, Optional.empty(), "office", NOW))
                .allMatch(one -> one.words().isEmpty());
        assertThatThrownBy(() -> people.words.of(anna, Optional.of("看"), "office", NOW))
                .isInstanceOf(LookReason.NoPurpose.class);
        assertThat(people.words
                        .of(anna, Optional.of("办理异议"), "office", NOW)
                        .getLast()
                        .words())
                .contains("本人家庭为低保边缘，非低保");
        assertThat(people.jdbc
                        .sql("select count(*) from audit where action = 'mark-words-read'")
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(people.jdbc
                        .sql("select count(*) from mark_act where encode(words, 'escape') like '%低保%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void clause21_theMarkedWhoAreInNoPlacementAreServedFirst() {
        for (var one : List.of(ANNA, BERTA, CARLA)) {
            people.act(people.hit(one, "城市低保"), "confirm", "", OFFICE);
        }
        people.records.accepted(
                "p",
                "placements",
                "530100",
                placement("P-1", "T-1", "2022-01-01", "2022-06-30"),
                placement("P-3", "T-3", "2023-06-01", "2023-11-30"));

        var list = people.priorities.of(new Sender("530100"), "kunming-system");

        assertThat(list.lines())
                .extracting(one -> one.place() + " " + one.traineeId() + " "
                        + one.waiting().placedBefore())
                .containsExactly("1 =T-2 false", "2 T-1 true");
        assertThat(list.lines()).allMatch(one -> one.waiting().registries().equals(List.of("MCA_LOW_INCOME")));
        assertThat(people.jdbc
                        .sql("select distinct actor || ' ' || legal_basis from person_look")
                        .query(String.class)
                        .list())
                .containsExactly("kunming-system 人社部发〔2023〕27号 二(一)");
    }

    @Test
    void clause21_aPlacementElsewhereIsAPlacementToo() {
        people.act(people.hit(ANNA, "城市低保"), "confirm", "", OFFICE);
        people.records.accepted("p", "placements", "530300", placement("P-9", "X-9", "2023-07-01", "2023-12-31"));

        assertThat(people.priorities.of(new Sender("530100"), "kunming-system").lines())
                .isEmpty();
    }

    @Test
    void clause21_whoIsOnlyProposedOrObjectsAgainstAProposalIsNotServedFirst() {
        people.hit(ANNA, "城市低保");
        people.act(people.hit(BERTA, "城市低保"), "object", "本人并无此情形", new Actor("kunming-system", KUNMING.senders()));

        assertThat(people.priorities.of(new Sender("530100"), "kunming-system").lines())
                .isEmpty();
    }

    @Test
    void theRecordsFoundByIndexAreThoseThatStand() {
        people.records.accepted("k2", "trainees", "530100", trainee("T-1", BERTA, "贝塔"));

        var byView = people.jdbc
                .sql(
                        "select sender || encode(record_token, 'hex') from person_current where dataset = 'trainees' and person_token = :person")
                .param("person", people.person(BERTA).token())
                .query(String.class)
                .list();
        assertThat(people.list.records(List.of(people.person(BERTA))).get(people.person(BERTA)))
                .extracting(one -> one.sender().code() + one.record())
                .isEqualTo(byView)
                .containsExactly("530100" + people.recordOf("530100", "T-1"));
        assertThat(people.list.records(List.of(people.person(ANNA))).get(people.person(ANNA)))
                .extracting(one -> one.sender().code())
                .containsExactly("530300");
    }

    private List<String> page(List<Sender> senders) {
        return people.list.page(new Wanted(senders, Optional.empty(), Optional.empty(), Optional.empty(), 100)).stream()
                .map(Marked::mark)
                .map(one -> one.id())
                .toList();
    }

    private static List<String> rules(Ended ended) {
        var findings = switch (ended) {
            case Ended.Wrong wrong -> wrong.findings();
            case Ended.NotNow notNow -> notNow.findings();
            default -> List.<org.jianxi.gateway.canonical.Finding>of();
        };
        return findings.stream()
                .map(one -> one.rule() + " " + one.at().pointer())
                .toList();
    }

    private static String number(String first17) {
        return first17 + CheckDigits.citizen(first17);
    }
}
