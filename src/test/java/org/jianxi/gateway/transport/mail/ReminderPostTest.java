package org.jianxi.gateway.transport.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.filing.FilingStore;
import org.jianxi.gateway.flow.reminders.LetterRound;
import org.jianxi.gateway.intake.ContactFile;
import org.jianxi.gateway.notices.DayTime;
import org.jianxi.gateway.notices.DeliveryState;
import org.jianxi.gateway.notices.Reminder;
import org.jianxi.gateway.notices.Reminder.Channel;
import org.jianxi.gateway.notices.ReminderBook;
import org.jianxi.gateway.outgoing.Backoff;
import org.jianxi.gateway.transport.QueueHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters from the book to a real mail server on loopback, which is away, comes back, and is never called at night. */
class ReminderPostTest {

    private final TestDatabase database = TestDatabase.fresh();
    private static final Period JUNE = Period.of("2023-06");
    private static final Instant MORNING = Instant.parse("2023-07-04T01:00:00Z");
    private static final Instant NIGHT = Instant.parse("2023-07-04T12:00:00Z");

    @TempDir
    private Path temp;

    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final ReminderBook book = new ReminderBook(jdbc);
    private GreenMail server;
    private QueueHome home;

    @BeforeEach
    void aMailServer() throws Exception {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        home = QueueHome.in(temp);
        contacts(server.getSmtp().getPort());
        book.put(letter(MORNING));
    }

    @AfterEach
    void stopped() {
        server.stop();
    }

    @Test
    void aLetterReachesTheRolesMailboxesOnceAndIsWrittenDownAsDelivered() throws Exception {
        round(MORNING).send();
        round(MORNING).send();

        var received = server.getReceivedMessages();
        assertThat(received).hasSize(2).allSatisfy(one -> {
            assertThat(one.getSubject()).isEqualTo("【催报】昆明市 2023-06");
            assertThat(one.getHeader("Message-ID"))
                    .containsExactly("<reminder-530100-2023-06-due-today-0@province.example>");
            assertThat(one.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(one.getContent().toString()).contains("请尽快报送");
        });
        assertThat(book.of(JUNE)).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(DeliveryState.DELIVERED);
            assertThat(entry.sentAt()).contains(MORNING);
        });
    }

    @Test
    void nothingLeavesAtNight() {
        round(NIGHT).send();

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(book.of(JUNE).getFirst().tries()).isZero();
    }

    @Test
    void aServerThatIsAwayIsTriedAgainAndTheLetterKeepsItsNumber() throws Exception {
        try (var nobody = new ServerSocket(0)) {
            contacts(nobody.getLocalPort());
        }
        round(MORNING).send();
        assertThat(book.of(JUNE).getFirst().lastError().orElseThrow())
                .startsWith("the mail server took it not")
                .doesNotContain("kunming.example");

        contacts(server.getSmtp().getPort());
        round(MORNING.plus(Duration.ofHours(1))).send();
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(book.of(JUNE).getFirst().tries()).isEqualTo(2);
    }

    @Test
    void whatCouldNotBeDeliveredInTimeIsAnIncidentAndIsNotSentAnyMore() throws Exception {
        try (var nobody = new ServerSocket(0)) {
            contacts(nobody.getLocalPort());
        }
        round(MORNING).send();
        contacts(server.getSmtp().getPort());
        round(Instant.parse("2023-07-05T01:00:00Z")).send();

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(book.of(JUNE).getFirst().state()).isEqualTo(DeliveryState.GIVEN_UP);
        assertThat(jdbc.sql("select subject from incident where kind = 'reminder-given-up'")
                        .query(String.class)
                        .list())
                .containsExactly("530100/2023-06/due-today");
    }

    private LetterRound round(Instant now) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1), new Random(1));
        var pace = new LetterRound.Pace(backoff, new DayTime(ZoneId.of("Asia/Shanghai")), clock);
        var post = new ReminderPost(
                new PostOffice(home.loopback(), home.secrets()),
                new ContactFile(Path.of("").toAbsolutePath(), temp),
                clock);
        return new LetterRound(book, post, FilingStore.of(jdbc).incidents(), pace);
    }

    private void contacts(int port) throws Exception {
        Files.writeString(temp.resolve("contacts.yaml"), """
                mail: {smtp: {host: 127.0.0.1, port: %d, security: none}, from: jianxi@province.example}
                """.formatted(port));
    }

    private static Reminder letter(Instant at) {
        return new Reminder(
                new Sender("530100"),
                JUNE,
                "due-today",
                0,
                Channel.MAIL,
                "就业促进科",
                List.of("jyk@kunming.example", "zbs@kunming.example"),
                "【催报】昆明市 2023-06",
                "请尽快报送。\n",
                "schedule",
                at,
                Instant.parse("2023-07-04T16:00:00Z"));
    }
}
