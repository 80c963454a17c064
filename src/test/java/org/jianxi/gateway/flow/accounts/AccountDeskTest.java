package org.jianxi.gateway.flow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.apache.commons.codec.binary.Base32;
import org.jianxi.gateway.accounts.AccountName;
import org.jianxi.gateway.accounts.AccountStore;
import org.jianxi.gateway.accounts.Duties;
import org.jianxi.gateway.accounts.Enrolment;
import org.jianxi.gateway.accounts.Invitations;
import org.jianxi.gateway.accounts.SessionHolder;
import org.jianxi.gateway.accounts.SessionLimits;
import org.jianxi.gateway.accounts.Sessions;
import org.jianxi.gateway.accounts.SignIn;
import org.jianxi.gateway.accounts.SpokenCode;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.flow.accounts.AccountDesk.Ended;
import org.jianxi.gateway.intake.AccessFile;
import org.jianxi.gateway.intake.AccessWriter;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.signing.AccessKey;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.PersonKeys;
import org.jianxi.gateway.signing.Sm3;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts over a real database, by a clock that the test sets. */
class AccountDeskTest {

    private static final Instant NINE = Instant.parse("2023-07-03T01:00:00Z");
    private static final String PASSWORD = "eleven plus one";
    private static final AccountName LI = new AccountName("li-office");
    private static final Duties OFFICER = new Duties(Set.of(Role.OFFICER), Set.of());
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path folder;

    private final Hands clock = new Hands();
    private final DataSource source = TestDatabase.fresh().dataSource();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private AccountDesk desk;
    private SignInDesk door;
    private AccessKey key;

    /** A clock that stands until it is moved. */
    private static final class Hands extends Clock {

        private Instant now = NINE;

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void openTheHouse() {
        var keys = PersonKeys.in(folder.resolve("people"), RANDOM);
        var accounts = new AccountStore(jdbc);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        var office = new AccountDesk.Office(new Audit(jdbc), transaction, clock);
        key = new AccessWriter(folder, RANDOM).issue("officer-desk", Role.OFFICER);
        desk = new AccountDesk(accounts, new Invitations(jdbc, keys, RANDOM), office);
        door = new SignInDesk(
                new SignInDesk.Doors(
                        new SignIn(jdbc, keys, RANDOM),
                        new Enrolment(jdbc, keys, RANDOM),
                        new Sessions(jdbc, RANDOM, SessionLimits.USUAL)),
                accounts,
                AccessFile.open(Path.of("."), folder, Sm3::of),
                office);
    }

    @Test
    void eachActStandsInTheAuditAndNothingThatOpensAnAccountInTheDatabase() throws Exception {
        var taken = taken();
        desk.change("admin", LI, new Duties(Set.of(Role.REPORTER), Set.of(new Sender("530100"))));
        desk.reset("admin", LI);
        desk.disable("admin", LI);

        assertThat(jdbc.sql("select actor || ' ' || action || ' ' || object || ' ' || detail from audit order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "admin account-added li-office officer",
                        "li-office account-taken li-office ",
                        "admin account-changed li-office reporter 530100",
                        "admin account-reset li-office ",
                        "admin account-disabled li-office ");
        var other = taken(new AccountName("wang"));
        var rows = jdbc.sql("select a::text || coalesce((select string_agg(r::text, ' ') from account_recovery r), '')"
                        + " from account a")
                .query(String.class)
                .list()
                .toString();
        var hex = java.util.HexFormat.of();
        assertThat(rows)
                .contains("wang")
                .doesNotContain(PASSWORD)
                .doesNotContain(hex.formatHex(other.secret()))
                .doesNotContain(hex.formatHex(taken.secret()))
                .doesNotContain(
                        hex.formatHex(other.recovery().getFirst().written().getBytes()));
    }

    @Test
    void aSecretMovedToAnotherAccountOpensNothing() throws Exception {
        taken();
        taken(new AccountName("wang"));
        jdbc.sql(
                        "update account set factor = (select factor from account where name = 'wang') where name = 'li-office'")
                .update();
        clock.move(Duration.ofMinutes(1));
        assertThatThrownBy(() -> door.signIn(new SignIn.Attempt(LI, PASSWORD, "123456")))
                .isInstanceOf(KeyProblem.class);
    }

    @Test
    void ofManyWhoShowOneCodeAtOnceOneIsLetIn() throws Exception {
        var taken = taken();
        clock.move(Duration.ofMinutes(1));
        var code = taken.code(clock.instant());
        try (var threads = Executors.newFixedThreadPool(4)) {
            var attempts = IntStream.range(0, 4)
                    .mapToObj(one -> threads.submit(() -> door.signIn(new SignIn.Attempt(LI, PASSWORD, code))))
                    .toList();
            var letIn = 0;
            for (var attempt : attempts) {
                letIn += attempt.get().isPresent() ? 1 : 0;
            }
            assertThat(letIn).isOne();
        }
    }

    @Test
    void anInvitationEndsAfterThreeDays() {
        var invited = (Ended.Waiting) desk.add("admin", LI, "李", OFFICER);
        clock.move(Duration.ofDays(3).minusSeconds(1));
        assertThat(door.offer(LI, invited.invited().code())).isPresent();
        assertThat(door.offer(
                        LI,
                        new SpokenCode(invited.invited()
                                .code()
                                .written()
                                .toLowerCase(Locale.ROOT)
                                .replace("-", " "))))
                .as("as somebody types it")
                .isPresent();
        clock.move(Duration.ofSeconds(1));
        assertThat(door.offer(LI, invited.invited().code())).isEmpty();
    }

    @Test
    void aSessionEndsUnusedAfterAQuarterAndAtAnyRateAfterAnHour() throws Exception {
        var session = door.signIn(AccessKey.hash(key.secret()));
        for (int minute = 0; minute < 59; minute += 14) {
            assertThat(door.caller(session)).isPresent();
            clock.move(Duration.ofMinutes(14));
        }
        assertThat(door.caller(session)).as("after 70 minutes of use").isEmpty();

        var unused = door.signIn(AccessKey.hash(key.secret()));
        clock.move(Duration.ofMinutes(15));
        assertThat(door.caller(unused)).isEmpty();
        door.signIn(AccessKey.hash(key.secret()));
        clock.move(Duration.ofHours(2));
        door.signIn(AccessKey.hash(key.secret()));
        assertThat(jdbc.sql("select count(*) from console_session")
                        .query(Long.class)
                        .single())
                .as("what has ended is cleared away")
                .isOne();
    }

    @Test
    void howLongASessionLastsIsTheOperatorsToSay() {
        var sessions = new Sessions(jdbc, RANDOM, new SessionLimits(Duration.ofMinutes(2), Duration.ofMinutes(5)));
        var holder = new SessionHolder.OfKey(AccessKey.hash(key.secret()));
        var used = sessions.begin(holder, clock.instant());
        for (int minute = 1; minute < 5; minute++) {
            clock.move(Duration.ofMinutes(1));
            assertThat(sessions.find(used, clock.instant())).isPresent();
        }
        clock.move(Duration.ofMinutes(1));
        assertThat(sessions.find(used, clock.instant())).isEmpty();
        var unused = sessions.begin(holder, clock.instant());
        clock.move(Duration.ofMinutes(2));
        assertThat(sessions.find(unused, clock.instant())).isEmpty();
        assertThatThrownBy(() -> new SessionLimits(Duration.ofHours(2), Duration.ofHours(1)))
                .hasMessageContaining("jianxi.console.session");
    }

    @Test
    void theTableKnowsNoToken() {
        var session = door.signIn(AccessKey.hash(key.secret()));
        assertThat(jdbc.sql("select token from console_session")
                        .query(byte[].class)
                        .single())
                .isEqualTo(Sm3.of(session.getBytes()).bytes());
        assertThat(door.caller(session).orElseThrow().name()).isEqualTo("officer-desk");
        assertThat(door.caller(Digest.of(new byte[32]).hex())).isEmpty();
        assertThat(door.caller("x".repeat(5000))).isEmpty();
        door.signOut(session);
        assertThat(door.caller(session)).isEmpty();
    }

    @Test
    void nobodyChangesTheOwnAccountAndANameIsGivenOnce() {
        assertThat(desk.add("admin", LI, "李", OFFICER)).isInstanceOf(Ended.Waiting.class);
        assertThat(desk.add("admin", LI, "another", OFFICER)).isInstanceOf(Ended.Refused.class);
        assertThat(desk.disable("li-office", LI)).isInstanceOf(Ended.Refused.class);
        assertThat(desk.reset("li-office", LI)).isInstanceOf(Ended.Refused.class);
        assertThat(desk.change("li-office", LI, OFFICER)).isInstanceOf(Ended.Refused.class);
        assertThat(desk.disable("admin", new AccountName("nobody"))).isInstanceOf(Ended.Refused.class);
        assertThat(desk.add("admin", new AccountName("blank"), " ", OFFICER)).isInstanceOf(Ended.Refused.class);
        assertThat(desk.all()).hasSize(1);
    }

    private record Taken(byte[] secret, List<SpokenCode> recovery) {

        String code(Instant at) throws Exception {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), at, Locale.ROOT);
        }
    }

    private Taken taken() throws Exception {
        return taken(LI);
    }

    private Taken taken(AccountName name) throws Exception {
        var invitation = ((Ended.Waiting) desk.add("admin", name, "李", OFFICER))
                .invited()
                .code();
        var typed = door.offer(name, invitation).map(Enrolment.Offer::typed).orElseThrow();
        var secret = new Base32().decode(typed.replace(" ", ""));
        var code = new Taken(secret, List.of()).code(clock.instant());
        var ended = door.enrol(name, invitation, new Enrolment.Choice(PASSWORD, code));
        return new Taken(
                secret,
                Optional.of((Enrolment.Ended.Enrolled) ended).orElseThrow().recovery());
    }
}
