package org.jianxi.gateway.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.database.LeakScan;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.mapping.Trainees;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** Whatever becomes of a batch, nothing of a person in it stands in any table or in the log. */
class RecordLeakTest {

    private static final String NAME = "古丽·阿依木欧阳";
    private static final String NUMBER = Trainees.idNumber("2001-03-15", 444);
    private static final String MOBILE = "1" + "38".repeat(5);
    private static final LeakScan SCAN =
            new LeakScan(Map.of("the name", NAME, "the number", NUMBER, "the mobile number", MOBILE));

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private TestGateway gateway;

    @BeforeEach
    void start() {
        gateway = new TestGateway(folder, database);
        log.start();
        var root = (Logger) LoggerFactory.getLogger("ROOT");
        // a command that some other test ran in this process may have silenced it
        root.getLoggerContext().resetTurboFilterList();
        root.setLevel(Level.INFO);
        root.getLoggerContext().getLogger("org.jianxi").setLevel(Level.INFO);
        root.addAppender(log);
    }

    @Test
    void theScanFindsWhatIsPlantedHoweverItIsWritten() throws SQLException {
        for (var charset : new String[] {"UTF-8", "GB18030", "UTF-16LE"}) {
            assertThat(SCAN.in("bytes", ("x" + NAME + NUMBER).getBytes(Charset.forName(charset))))
                    .hasSize(2);
        }
        for (var before : new String[] {"", "1", "22"}) {
            var text = java.util.Base64.getEncoder().encodeToString((before + NUMBER + "}").getBytes(UTF_8));
            assertThat(SCAN.in("base64", text)).containsExactly("base64: the number");
        }
        var owner = JdbcClient.create(database.ownerDataSource());
        owner.sql("create table planted as select :said::text as said")
                .param("said", NUMBER)
                .update();
        assertThat(SCAN.in(database.ownerDataSource())).isNotEmpty();
        // the build's last look goes through this database too
        owner.sql("drop table planted").update();
    }

    @Test
    void acceptedRepeatedRefusedBrokenAndLargeBatchesLeaveNobodyInTheClear() throws SQLException {
        var good = batch(person(1)).toString();
        assertThat(push(good)).isInstanceOf(Outcome.Accepted.class);
        assertThat(push(good)).isInstanceOf(Outcome.Accepted.class);
        push(batch(person(1).put("sex", NAME)).toString());
        push(batch(person(1).put("birthDate", NUMBER)).toString());
        push(batch(person(1).put("category", MOBILE)).toString());
        push(batch(person(1).put(NAME, NUMBER)).toString());
        push(batch(person(1)).put(NAME, NUMBER).toString());
        push(batch(person(1)).put("sender", NAME).put("period", NUMBER).toString());
        push(good.substring(0, good.length() / 2));
        push(good.replace(NAME, NAME + "\\u0000\\ud800"));
        push("[" + NAME + "]");
        push(NAME + NUMBER + MOBILE);
        var later = gateway.backlog.keep(delivery(batch(person(1), person(2)).toString()), "kunming");
        assertThat(later).isInstanceOf(Deferred.Waiting.class);
        assertThat(SCAN.in(database.ownerDataSource())).isEmpty();
        var work = gateway.work((holder, source) -> Set.of(new Sender("530100")));
        work.decide(work.next().orElseThrow(), outcome -> new BacklogWork.Worded(201, "{}".getBytes(UTF_8)));

        assertThat(SCAN.in(database.ownerDataSource())).isEmpty();
        assertThat(log.list).isNotEmpty().allSatisfy(event -> {
            assertThat(SCAN.in("log", event.getFormattedMessage())).isEmpty();
            if (event.getThrowableProxy() != null) {
                assertThat(SCAN.in("log", ThrowableProxyUtil.asString(event.getThrowableProxy())))
                        .isEmpty();
            }
        });
    }

    /** Whatever a sender calls a return is kept, and lies sealed. */
    @Test
    void aRosterThatCallsItselfAReturnLeavesNobodyInTheClearEither() throws SQLException {
        var refused = gateway.push("530100", batch(person(1)).toString());

        assertThat(refused).isInstanceOf(Outcome.Returned.class);
        assertThat(SCAN.in(database.ownerDataSource())).isEmpty();
    }

    private Outcome push(String content) {
        return gateway.submissions.receive(delivery(content));
    }

    private static Delivery delivery(String content) {
        return new Delivery(
                new SourceId("kunming"),
                Set.of(new Sender("530100")),
                Door.HTTP_PUSH,
                "trainees",
                Optional.of(Period.of("2023-06")),
                MediaType.JSON,
                Optional.of(NAME + ".json"),
                content.getBytes(UTF_8),
                Optional.empty(),
                Optional.empty(),
                TestGateway.NOW);
    }

    private static ObjectNode batch(ObjectNode... people) {
        return Trainees.batch("trainees", people);
    }

    private static ObjectNode person(int number) {
        return Trainees.graduate(number)
                .put("idNumber", NUMBER)
                .put("name", NAME)
                .put("mobile", MOBILE);
    }
}
