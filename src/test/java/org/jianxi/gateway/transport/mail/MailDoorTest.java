package org.jianxi.gateway.transport.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.flow.Outcome;
import org.jianxi.gateway.intake.AnsweredLetters;
import org.jianxi.gateway.pulling.TurnJournal;
import org.jianxi.gateway.pulling.TurnKeeper;
import org.jianxi.gateway.pulling.Turns;
import org.jianxi.gateway.transport.QueueHome;
import org.jianxi.gateway.transport.QuickClock;
import org.jianxi.gateway.transport.RecordingReception;
import org.jianxi.gateway.transport.desk.BodyBudget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real mail server on loopback is asked, as the route asks it; only the flow behind the door is a stand-in. */
class MailDoorTest {

    private static final SourceId LIJIANG = new SourceId("lijiang");
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String OFFICE = "jianxi@office.example";
    private static final String CLERK = "clerk@lijiang.example";

    @TempDir
    Path temp;

    private final JdbcClient jdbc = JdbcClient.create(DATABASE.dataSource());
    private GreenMail server;
    private GreenMailUser office;
    private QueueHome home;
    private final TurnJournal journal = new TurnJournal(jdbc);
    private final Clock clock = new QuickClock(QueueHome.CLOCK.instant());
    private MailDoor door;

    @BeforeEach
    void aMailbox() throws Exception {
        jdbc.sql("delete from answered_letter").update();
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
        });
        server.start();
        office = server.setUser(OFFICE, "jianxi", "p\"w d");
        server.setUser(CLERK, "clerk", "x");
        home = QueueHome.in(temp);
        open("");
    }

    @AfterEach
    void closed() {
        server.stop();
    }

    @Test
    void aWorkbookIsTakenInAndItsReceiptComesAsTheOneReply() throws Exception {
        deliver(letter(CLERK, "丽江市2023年6月月报", "", attachment("月报.xlsx", "sheet")));

        collect();
        collect();

        var delivery = home.reception().deliveries.getFirst();
        assertThat(home.reception().deliveries).hasSize(1);
        assertThat(delivery.door()).isEqualTo(Door.MAIL);
        assertThat(delivery.sender()).contains(new Sender("530700"));
        assertThat(delivery.period()).contains(Period.of("2023-06"));
        assertThat(delivery.mediaType()).isEqualTo(MediaType.XLSX);
        assertThat(delivery.fileName()).contains("月报.xlsx");
        assertThat(delivery.content()).asString(StandardCharsets.UTF_8).isEqualTo("sheet");
        var reply = replies().getFirst();
        assertThat(replies()).hasSize(1);
        assertThat(reply.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(reply.getHeader("In-Reply-To")).containsExactly("<1@lijiang.example>");
        assertThat(reply.getFrom()[0]).hasToString(OFFICE);
        assertThat(reply.getSubject()).contains("丽江市2023年6月月报");
        assertThat(text(reply)).contains("已接受", "Accepted as s-1");
        assertThat(enclosures(reply)).containsExactly("月报.xlsx.receipt.p7s", "月报.xlsx.receipt.json");
        assertThat(in("INBOX")).isZero();
        assertThat(in("Accepted")).isOne();
    }

    @Test
    void aReturnedDocumentIsAnsweredWithEveryFindingInBothLanguages() throws Exception {
        home.reception().answer = new Outcome.Returned(
                "s-2",
                Outcome.Refusal.CONTENT,
                List.of(Finding.error(
                        "L-8",
                        Place.cell("汇总表", "K7"),
                        new Bilingual("8应不小于9+11", "8 must be at least 9+11"),
                        "填报说明7")));
        deliver(letter(CLERK, "June", "", attachment("530700-2023-06.csv", "a,b")));

        collect();

        assertThat(text(replies().getFirst())).contains("已退回", "[L-8]", "K7", "8应不小于9+11", "8 must be at least 9+11");
        assertThat(enclosures(replies().getFirst())).containsExactly("530700-2023-06.csv.findings.json");
        assertThat(in("Returned")).isOne();
    }

    @Test
    void theSignatureBesideADocumentGoesWithIt() throws Exception {
        deliver(letter(CLERK, "June", "", attachment("a.xml", "<a/>") + attachment("a.xml.p7s", "cms")));

        collect();

        assertThat(home.reception().deliveries).hasSize(1);
        assertThat(home.reception().deliveries.getFirst().signature()).hasValue("cms".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aStrangerIsPutAsideUnreadAndUnanswered() throws Exception {
        deliver(letter("stranger@elsewhere.example", "June", "", attachment("a.csv", "x")));
        deliver(letter(CLERK + ", boss@elsewhere.example", "June", "", attachment("a.csv", "x")));

        collect();

        assertThat(home.reception().deliveries).isEmpty();
        assertThat(replies()).isEmpty();
        assertThat(in("Returned")).isEqualTo(2);
    }

    @Test
    void whatAProgramWroteIsTakenInButNeverAnswered() throws Exception {
        for (var header : List.of(
                "Auto-Submitted: auto-generated", "Precedence: bulk", "Return-Path: <>", "List-Id: <all.example>")) {
            deliver(letter(CLERK, "June", header + "\r\n", attachment("a.csv", header)));
        }

        collect();

        assertThat(home.reception().deliveries).hasSize(4);
        assertThat(replies()).isEmpty();
    }

    @Test
    void whatWasNotDecidedStaysInTheInboxAndOthersDoNotWaitForIt() throws Exception {
        home.reception().answer = new Outcome.Unfinished("the database is away");
        deliver(letter(CLERK, "June", "", attachment("a.csv", "x")));
        deliver(letter(CLERK, "June", "", attachment("b.csv", "y")));
        collect();
        assertThat(in("INBOX")).isEqualTo(2);
        assertThat(replies()).isEmpty();

        home.reception().answer = RecordingReception.ACCEPTED;
        collect();

        assertThat(in("INBOX")).isZero();
        assertThat(home.reception().deliveries).hasSize(4);
        assertThat(home.reception().deliveries.get(0).idempotencyKey())
                .isEqualTo(home.reception().deliveries.get(2).idempotencyKey());
    }

    @Test
    void afterADeathBetweenReplyAndMailboxThereIsNoSecondReply() throws Exception {
        var letter = letter(CLERK, "June", "", attachment("a.csv", "x"));
        deliver(letter);
        collect();
        deliver("Received: by mx.example; again\r\n" + letter);

        collect();

        assertThat(replies()).hasSize(1);
        assertThat(home.reception().deliveries.get(0).idempotencyKey())
                .isEqualTo(home.reception().deliveries.get(1).idempotencyKey());
    }

    @Test
    void aReplyThatCouldNotBeSentIsSentLater() throws Exception {
        deliver(letter(CLERK, "June", "", attachment("a.csv", "x")));
        server.getSmtp().stopService();
        collect();
        assertThat(in("INBOX")).isOne();
        assertThat(trouble()).contains("no reply could be sent");
    }

    @Test
    void encodedNamesAreReadWhateverTheirEncoding() throws Exception {
        var gb18030 = Charset.forName("GB18030");
        var name = "㐂峠2023年06月.csv";
        var encoded = Base64.getEncoder().encodeToString(name.getBytes(gb18030));
        var percent = new StringBuilder();
        for (var one : "红河2023-05.csv".getBytes(StandardCharsets.UTF_8)) {
            percent.append("%%%02X".formatted(one));
        }
        deliver(letter(
                CLERK,
                "no month",
                "",
                part("Content-Type: text/csv; name=\"=?GB18030?B?" + encoded + "?=\"\r\n"
                                + "Content-Disposition: attachment; filename=\"=?GB18030?B?" + encoded + "?=\"\r\n")
                        + part("Content-Type: text/csv\r\nContent-Disposition: attachment; filename*=UTF-8''" + percent
                                + "\r\n")
                        + part("Content-Type: text/csv\r\n"
                                + "Content-Disposition: attachment; filename=\"../../etc/x\\\\y.csv\"\r\n")));

        collect();

        assertThat(home.reception().deliveries)
                .extracting(delivery -> delivery.fileName().orElseThrow())
                .containsExactly(name, "红河2023-05.csv", "y.csv");
        assertThat(home.reception().deliveries)
                .extracting(delivery -> delivery.period())
                .containsExactly(
                        Optional.of(Period.of("2023-06")), Optional.of(Period.of("2023-05")), Optional.empty());
    }

    @Test
    void whatIsNoDocumentIsNamedAndWhatIsOneIsTaken() throws Exception {
        deliver(letter(
                CLERK,
                "June",
                "",
                part("Content-Type: application/ms-tnef; name=winmail.dat\r\n"
                                + "Content-Disposition: attachment; filename=winmail.dat\r\n")
                        + part("Content-Type: message/rfc822\r\nContent-Disposition: attachment\r\n")
                        + part(
                                "Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=scan.pdf\r\n")
                        + part(
                                "Content-Type: image/png; name=logo.png\r\nContent-Disposition: inline; filename=logo.png\r\n")
                        + attachment("a.csv", "x")));

        collect();

        assertThat(home.reception().deliveries).hasSize(1);
        assertThat(text(replies().getFirst()))
                .contains("winmail.dat", "a letter inside the letter is not opened", "scan.pdf", "已接受")
                .doesNotContain("logo.png");
        assertThat(in("Returned")).isOne();
    }

    @Test
    void aLetterWithoutADocumentOrWithTooManyIsAnsweredAndNothingIsTaken() throws Exception {
        deliver(letter(CLERK, "June", "", ""));
        deliver(letter(CLERK, "June", "", attachment("a.csv", "x").repeat(6)));

        collect();

        assertThat(home.reception().deliveries).isEmpty();
        assertThat(replies()).hasSize(2);
        assertThat(text(replies().get(0))).contains("邮件中没有附件", "there is no attachment");
        assertThat(text(replies().get(1))).contains("附件多于5个", "more than 5 attachments");
    }

    @Test
    void aDocumentOrLetterAboveTheLimitIsAnsweredWithTheLimit() throws Exception {
        deliver(letter(CLERK, "June", "", attachment("a.csv", "x".repeat(1024 * 1024 + 1))));
        deliver(letter(CLERK, "June", "", attachment("b.csv", "y".repeat(3 * 1024 * 1024))));

        collect();

        assertThat(home.reception().deliveries).isEmpty();
        assertThat(replies())
                .hasSize(2)
                .allSatisfy(reply -> assertThat(text(reply)).contains("S-LIMIT", "1048576"));
        assertThat(in("Returned")).isEqualTo(2);
    }

    @Test
    void withTheOfficesOwnServersWordAForgedAddressIsNoAddress() throws Exception {
        open("authenticatedBy: mx.office.example");
        deliver(letter(CLERK, "1", "", attachment("a.csv", "none")));
        deliver(letter(
                CLERK,
                "2",
                results("mx.office.example; dkim=pass header.d=evil.example"),
                attachment("a.csv", "other")));
        deliver(letter(
                CLERK,
                "3",
                results("mx.office.example; dmarc=fail") + results("mx.office.example; dmarc=pass"),
                attachment("a.csv", "below")));
        deliver(letter(CLERK, "4", results("mx.evil.example; dmarc=pass"), attachment("a.csv", "evil")));
        deliver(letter(
                CLERK,
                "5",
                results("mx.office.example; spf=none; dkim=pass (2048) header.d=lijiang.example"),
                attachment("a.csv", "good")));

        collect();

        assertThat(home.reception().deliveries)
                .extracting(delivery -> new String(delivery.content(), StandardCharsets.UTF_8))
                .containsExactly("good");
        assertThat(text(replies().getFirst())).contains("DKIM");
    }

    @Test
    void brokenMimeIsALetterWithFindingsAndStandsInNobodysWay() throws Exception {
        deliver("From: " + CLERK + "\r\nTo: " + OFFICE + "\r\nMessage-ID: <b@x>\r\nSubject: June\r\n"
                + "Content-Type: multipart/mixed; boundary=never\r\n\r\nno boundary here\r\n");
        deliver("From: " + CLERK + "\r\nMessage-ID: <c@x>\r\nContent-Type: " + "multipart/mixed".repeat(3)
                + "\r\n\r\n");
        deliver(letter(CLERK, "June", "", nested(20)));
        deliver(letter(CLERK, "June", "", attachment("a.csv", "good")));

        collect();

        assertThat(home.reception().deliveries).hasSize(1);
        assertThat(in("INBOX")).isZero();
        assertThat(in("Returned")).isEqualTo(3);
    }

    @Test
    void anAbsentServerIsSaidAndAskedAgain() throws Exception {
        server.stop();

        collect();

        assertThat(trouble()).isNotEmpty().doesNotContain("p\"w d");
    }

    private void open(String more) throws Exception {
        var register = home.source(
                """
                kind: mail
                imap: {host: 127.0.0.1, port: %d, security: none, user: 'file:user.txt', password: 'file:password.txt'}
                reply:
                  smtp: {host: 127.0.0.1, port: %d, security: none}
                  from: %s
                from:
                  '530700': ['Clerk@Lijiang.example']
                """.formatted(server.getImap().getPort(), server.getSmtp().getPort(), OFFICE) + more + "\n",
                "schedule: {everySeconds: 1}");
        var post = new PostOffice(home.loopback(), home.secrets());
        door = new MailDoor(
                register,
                post,
                new LetterDesk(home.reception(), QueueHome.CLOCK),
                new Answering(post, new AnsweredLetters(jdbc), QueueHome.CLOCK),
                new MailDoor.Surroundings(
                        new TurnKeeper(new Turns(clock, day -> true), journal, clock),
                        new BodyBudget(64, System::nanoTime)));
    }

    private String trouble() {
        return journal.all().get(LIJIANG).failure().orElse("");
    }

    /** Each time when it is due. */
    private void collect() {
        door.collect("lijiang");
    }

    private int number;

    private String letter(String from, String subject, String headers, String parts) {
        var boundary = "b0undary";
        return headers
                + "From: " + from + "\r\nTo: " + OFFICE + "\r\nMessage-ID: <" + ++number + "@lijiang.example>\r\n"
                + "Subject: =?UTF-8?B?" + Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8))
                + "?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=" + boundary + "\r\n\r\n"
                + "--" + boundary + "\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n<p>hello</p>\r\n"
                + parts + "--" + boundary + "--\r\n";
    }

    private static String attachment(String name, String content) {
        return "--b0undary\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename=\"=?UTF-8?B?"
                + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)) + "?=\"\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)) + "\r\n";
    }

    private static String part(String headers) {
        return "--b0undary\r\n" + headers + "\r\nx\r\n";
    }

    private static String nested(int levels) {
        var open = new StringBuilder();
        for (var level = 0; level < levels; level++) {
            open.append("--").append(level == 0 ? "b0undary" : "n" + level);
            open.append("\r\nContent-Type: multipart/mixed; boundary=n")
                    .append(level + 1)
                    .append("\r\n\r\n");
        }
        return open.append("--n").append(levels).append("\r\nContent-Type: text/csv; name=deep.csv\r\n\r\nx\r\n") + "";
    }

    private static String results(String value) {
        return "Authentication-Results: " + value + "\r\n";
    }

    private void deliver(String raw) throws Exception {
        var session = Session.getInstance(new Properties());
        office.deliver(new MimeMessage(session, new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))));
    }

    private List<MimeMessage> replies() {
        return List.of(server.getReceivedMessagesForDomain("lijiang.example"));
    }

    private int in(String folder) throws Exception {
        var manager = server.getManagers().getImapHostManager();
        var found = manager.getFolder(office, folder);
        return found == null ? 0 : (int) found.getNonDeletedMessages().size();
    }

    private static String text(Message reply) throws Exception {
        return String.valueOf(
                ((MimeMultipart) reply.getContent()).getBodyPart(0).getContent());
    }

    private static List<String> enclosures(Message reply) throws Exception {
        var parts = (MimeMultipart) reply.getContent();
        var names = new java.util.ArrayList<String>();
        for (var index = 1; index < parts.getCount(); index++) {
            names.add(LetterParts.name(parts.getBodyPart(index).getFileName()));
        }
        return names;
    }
}
