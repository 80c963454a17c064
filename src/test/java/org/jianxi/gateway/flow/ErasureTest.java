package org.jianxi.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jianxi.gateway.flow.TestGateway.goodReturn;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.ledger.Breach;
import org.jianxi.gateway.ledger.Breach.Kind;
import org.jianxi.gateway.ledger.Erasures;
import org.jianxi.gateway.ledger.LeafCheck;
import org.jianxi.gateway.ledger.Retention;
import org.jianxi.gateway.ledger.StatedFacts;
import org.jianxi.gateway.signing.MerkleTree;
import org.jianxi.gateway.signing.SaltedLeaves;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** Personal information goes when its time is over (个人信息保护法 第四十七条); what was counted from it stays provable. */
final class ErasureTest {

    private static final LocalDate LAST_DAY = LocalDate.parse("2026-12-31");
    private static final LocalDate DAY_AFTER = LAST_DAY.plusDays(1);
    private static final String SUBJECT = "trainees-1";
    private static final Map<String, LocalDate> PERSONAL =
            Map.of("/trainees/0/name", LAST_DAY, "/trainees/0/idNumber", LAST_DAY);

    private final TestDatabase database = TestDatabase.fresh();
    private TestGateway gateway;
    private Erasures erasures;
    private SaltedLeaves leaves;

    @BeforeEach
    void threeLeavesAreKept(@TempDir Path folder) {
        gateway = new TestGateway(folder, database);
        erasures = new Erasures(gateway.jdbc, gateway.ledger.leaves(), gateway.ledger.log());
        var values = new LinkedHashMap<String, String>();
        values.put("/trainees/0/name", "name of nobody");
        values.put("/trainees/0/idNumber", "number of nobody");
        values.put("/total", "1");
        leaves = SaltedLeaves.salting(values, new SecureRandom());
        gateway.transaction.executeWithoutResult(status -> {
            gateway.ledger.leaves().add(SUBJECT, leaves, PERSONAL);
            gateway.ledger.log().append("test-leaves", SUBJECT, Retention.facts(leaves, PERSONAL), TestGateway.NOW);
        });
    }

    @Test
    void nothingGoesBeforeItsLastDayIsOver() {
        assertThat(erase(LAST_DAY)).isEmpty();
        assertThat(gateway.ledger.leaves().of(SUBJECT).leaves()).isEqualTo(leaves.leaves());
    }

    @Test
    void valuesAndSaltsGoAndTheRootTheTotalsAndEveryProofStay() {
        gateway.push("530100", goodReturn("530100", 3127));
        var before = gateway.provincial.of(Period.of("2023-06")).figures().totals();

        assertThat(erase(DAY_AFTER)).isEqualTo(Map.of(SUBJECT, 2));

        assertThat(gateway.jdbc
                        .sql("select count(*) from leaf where value like '%nobody' or salt in (:salts)")
                        .param(
                                "salts",
                                leaves.leaves().stream()
                                        .limit(2)
                                        .map(leaf -> leaf.salt())
                                        .toList())
                        .query(Long.class)
                        .single())
                .isZero();
        var kept = gateway.ledger.leaves().kept(SUBJECT);
        assertThat(MerkleTree.sm3()
                        .root(kept.stream().map(leaf -> leaf.hash().bytes()).toList()))
                .isEqualTo(leaves.root().bytes());
        assertThat(MerkleTree.sm3()
                        .shows(
                                leaves.proof(2),
                                kept.get(2).open().orElseThrow().hash(),
                                leaves.root().bytes()))
                .isTrue();
        assertThat(check()).isNull();
        assertThat(gateway.guard.full(done -> {})).isEmpty();
        assertThat(gateway.provincial.of(Period.of("2023-06")).figures().totals())
                .isEqualTo(before);
    }

    @Test
    void theLedgerIsWholeWithTheErasureOfAMarkInIt() {
        gateway.push("530100", goodReturn("530100", 3127));

        gateway.transaction.executeWithoutResult(status -> erasures.erased("mark", "M-1", TestGateway.NOW));

        assertThat(gateway.guard.full(done -> {})).isEmpty();
        assertThat(StatedFacts.of(gateway.ledger
                                .log()
                                .latest(Erasures.ERASURE, "mark M-1@")
                                .orElseThrow())
                        .text("mark"))
                .isEqualTo("M-1");
    }

    @Test
    void whatWasErasedIsNotErasedAgain() {
        erase(DAY_AFTER);
        assertThat(erase(DAY_AFTER)).isEmpty();
    }

    @Test
    void aLeafThatIsNobodysPersonalDataCannotBeErased() {
        assertThatThrownBy(() -> gateway.jdbc
                        .sql("update leaf set value = null, salt = null where path = '/total'")
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> gateway.jdbc
                        .sql("update leaf set value = 'x' where path = '/trainees/0/name'")
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aLeafThatIsGoneWithoutAnErasureIsNamed() {
        gateway.jdbc
                .sql("update leaf set value = null, salt = null where path = '/trainees/0/name'")
                .update();

        assertThat(check()).isEqualTo(Kind.LEAF_CHANGED);
    }

    @Test
    void aFigureMadeErasableByHandIsNamed() throws Exception {
        try (var connection = database.asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("update leaf set personal_until = '2020-01-01' where path = '/total'");
        }
        assertThat(check()).isEqualTo(Kind.LEAF_CHANGED);
    }

    private Map<String, Integer> erase(LocalDate day) {
        return gateway.transaction.execute(status -> erasures.erase(day, TestGateway.NOW));
    }

    private Kind check() {
        var stated = StatedFacts.of(gateway.ledger.log().about(SUBJECT).orElseThrow());
        return new LeafCheck(gateway.ledger.leaves(), erasures)
                .check(SUBJECT, stated)
                .map(Breach::kind)
                .orElse(null);
    }
}
