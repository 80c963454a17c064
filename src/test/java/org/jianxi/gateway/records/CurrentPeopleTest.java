package org.jianxi.gateway.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.CheckDigits;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.registries.snapshot.Token;
import org.jianxi.gateway.registries.snapshot.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who stands in the records now: each record in its newest version, each person once, by token. */
class CurrentPeopleTest {

    private static final String ANNA = number("53010220010315002");
    private static final String BERTA = number("53010220020416004");
    private static final LookReason REASON = new LookReason("registry.test", "低保数据比对", Optional.empty());

    @TempDir
    private Path folder;

    private TestDatabase database;
    private RecordFixture records;

    @BeforeEach
    void startsEmpty() {
        database = TestDatabase.fresh();
        records = new RecordFixture(database, folder);
    }

    @Test
    void onePersonOfTwoSendersIsToldOnce() {
        records.accepted("one", "trainees", "530100", trainee("T-1", ANNA, "安娜"), trainee("T-2", BERTA, "贝塔"));
        records.accepted("two", "trainees", "530300", trainee("X-9", ANNA, "安 娜"));

        assertThat(everybody()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void theTokensAreThoseOfARegistrysSnapshot() {
        records.accepted("one", "trainees", "530100", trainee("T-1", ANNA, "阿依·古丽"));

        var person = everybody().getFirst();

        var inRegistry = new Tokens(records.keys().tokens(), RecordFixture.NAMES).of(ANNA, "阿依•古丽");
        assertThat(Token.of(person.person().bytes(), person.nameBytes().orElseThrow()))
                .isEqualTo(inRegistry.orElseThrow());
    }

    @Test
    void aRevisionTakesThePlaceOfTheOneBefore() {
        records.accepted("one", "trainees", "530100", trainee("T-1", ANNA, "安娜"), trainee("T-2", BERTA, "贝塔"));
        records.accepted("two", "trainees", "530100", trainee("T-1", ANNA, "安娜"));

        assertThat(everybody()).hasSize(1);
        assertThat(current("submission")).containsExactly("two");
    }

    @Test
    void aPlacementHasTheTokensOfItsTraineeAsThatStandsNow() {
        records.accepted("p", "placements", "530100", placement("P-1", "T-1"), placement("P-2", "T-unknown"));
        assertThat(everybody()).isEmpty();

        records.accepted("t", "trainees", "530100", trainee("T-1", ANNA, "安娜"));
        records.accepted("other", "trainees", "530300", trainee("T-unknown", BERTA, "贝塔"));

        assertThat(count("dataset = 'placements' and person_token is not null and name_token is not null"))
                .isOne();
        assertThat(count("dataset = 'placements' and person_token is null")).isOne();
    }

    @Test
    void aPlacementThatCallsItsTraineeByNumberHasTheTokenOfTheNumber() {
        records.accepted("p", "placements", "530100", placement("P-1", ANNA));
        records.accepted("t", "trainees", "530300", trainee("T-1", ANNA, "安娜"));

        assertThat(everybody().stream().map(PersonOfRecord::person).distinct()).hasSize(1);
    }

    @Test
    void onlyWhatCameSinceAMomentIsToldWhenAskedSo() {
        records.accepted("one", "trainees", "530100", trainee("T-1", ANNA, "安娜"));
        var between = records.now().plusSeconds(1);
        records.accepted("two", "trainees", "530300", trainee("T-2", BERTA, "贝塔"));

        var seen = new ArrayList<PersonOfRecord>();
        records.people().since(between, seen::add);

        assertThat(seen).hasSize(1);
        assertThat(everybody()).hasSize(2);
    }

    @Test
    void numberAndNameAreOpenedForAPurposeAndTheLookIsARow() {
        records.accepted("one", "trainees", "530100", trainee("T-1", ANNA, "安娜"));
        var token = everybody().getFirst().person();

        var identity = records.people().open(token, REASON, records.now()).orElseThrow();

        assertThat(identity.citizen().number()).isEqualTo(ANNA);
        assertThat(identity.name()).isEqualTo("安娜");
        assertThat(new JdbcTemplate(database.dataSource())
                        .queryForObject("select purpose from person_look where submission = 'one'", String.class))
                .isEqualTo("低保数据比对");
        assertThat(records.people().open(Digest.of(new byte[32]), REASON, Instant.EPOCH))
                .isEmpty();
    }

    @Test
    void whoWasErasedIsNobodyEvenWhereAnOlderVersionIsLeft() {
        records.accepted("one", "trainees", "530100", trainee("T-1", ANNA, "安娜"));
        records.accepted("two", "trainees", "530100", trainee("T-1", ANNA, "安娜"));
        new JdbcTemplate(database.dataSource())
                .update("update person_record set content = null, person_token = null, name_token = null"
                        + " where submission = 'two'");

        assertThat(everybody()).isEmpty();
    }

    private List<PersonOfRecord> everybody() {
        var seen = new ArrayList<PersonOfRecord>();
        records.people().forEach(seen::add);
        return seen;
    }

    private List<String> current(String column) {
        return new JdbcTemplate(database.dataSource())
                .queryForList("select " + column + " from person_current", String.class);
    }

    private long count(String which) {
        var count = new JdbcTemplate(database.dataSource())
                .queryForObject("select count(*) from person_current where " + which, Long.class);
        return count == null ? 0 : count;
    }

    private static Map<String, String> trainee(String id, String number, String name) {
        return Map.of("traineeId", id, "idNumber", number, "name", name);
    }

    private static Map<String, String> placement(String id, String trainee) {
        return Map.of("placementId", id, "traineeId", trainee, "unitId", "U-1", "startOn", "2023-06-01");
    }

    private static String number(String first17) {
        return first17 + CheckDigits.citizen(first17);
    }
}
