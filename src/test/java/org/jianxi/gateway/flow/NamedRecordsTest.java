package org.jianxi.gateway.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.mapping.Deliverables;
import org.jianxi.gateway.mapping.Trainees;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.node.ObjectNode;

/** What records name is told from what is kept beside the sealed ones, however many it is; a seal is opened where only it can tell. */
class NamedRecordsTest {

    /** More than are asked for one by one. */
    private static final int MANY = 150;

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private TestGateway gateway;

    @BeforeEach
    void start() throws IOException {
        var source = Files.createDirectories(folder.resolve("mappings/kunming"));
        FileSystemUtils.copyRecursively(Path.of("schemas"), folder.resolve("schemas"));
        Files.writeString(source.resolve("source.yaml"), """
                source: kunming
                title: {zh: 昆明, en: Kunming}
                senders: ["530100"]
                door: {kind: http-push}
                datasets:
                  units: {delivers: changes}
                  posts: {delivers: changes}
                  trainees: {delivers: changes}
                  placements: {delivers: changes}
                contact: 就业科
                """);
        gateway = new TestGateway(folder, database);
        push("units", Deliverables.unit(1));
        push("posts", Deliverables.post(1).put("headcount", MANY - 1));
    }

    @Test
    void ofManyPlacementsEachIsHeldAgainstItsOwnTraineePostAndUnit() {
        push("trainees", trainees());

        assertThat(told(placements()))
                .extracting(Finding::rule, finding -> finding.at().record())
                .containsExactlyInAnyOrder(
                        tuple("F-TWO-YEARS", 1L),
                        tuple("F-TWO-YEARS", 140L),
                        tuple("F-HEADCOUNT", 150L),
                        tuple("F-TRAINEE", 151L),
                        tuple("F-HEADCOUNT", 151L));
        assertThat(looks()).isZero();
    }

    @Test
    void whatCameBeforeAnythingWasKeptBesideIsOpenedAndToldTheSame() {
        push("trainees", trainees());
        var before = told(placements());
        forgetFacts();

        assertThat(told(placements())).isEqualTo(before);
        assertThat(looks()).isPositive();
    }

    @Test
    void aRecordIsOpenedForTheAgeOfAnUnemployedYoungPerson() {
        var young = Trainees.graduate(1).put("category", "03").put("unemploymentRegistered", true);
        push(
                "trainees",
                young.put("idNumber", Trainees.idNumber("1990-03-15", 2)).put("birthDate", "1990-03-15"));

        assertThat(told(Trainees.placement(1))).extracting(Finding::rule).containsExactly("F-AGE");
        assertThat(looks()).isOne();
    }

    @Test
    void whoseContentWasErasedIsNobody() {
        push("trainees", Trainees.graduate(1));
        gateway.jdbc
                .sql("update person_record set content = null, person_token = null, name_token = null,"
                        + " trainee_token = null where dataset = 'trainees'")
                .update();

        assertThat(told(Trainees.placement(1))).extracting(Finding::rule).containsExactly("F-TRAINEE");
    }

    /** The first and the last but ten graduated long ago. */
    private static ObjectNode[] trainees() {
        return IntStream.rangeClosed(1, MANY)
                .mapToObj(number -> number == 1 || number == MANY - 10
                        ? Trainees.graduate(number).put("graduatedOn", "2020-06-30")
                        : Trainees.graduate(number))
                .toArray(ObjectNode[]::new);
    }

    /** One for each, and one for nobody. */
    private static ObjectNode[] placements() {
        var known = IntStream.rangeClosed(1, MANY).mapToObj(Trainees::placement);
        return Stream.concat(known, Stream.of(Trainees.placement(999))).toArray(ObjectNode[]::new);
    }

    private long looks() {
        return gateway.jdbc
                .sql("select count(*) from person_look where actor = 'gateway'")
                .query(Long.class)
                .single();
    }

    /** As a database is in which records were kept before their facts were. */
    private void forgetFacts() {
        var owner = JdbcClient.create(database.ownerDataSource());
        for (var table : List.of("units_fact", "posts_fact", "trainees_fact", "placements_fact")) {
            owner.sql("delete from " + table).update();
        }
        owner.sql("alter table fact_batch disable trigger user").update();
        owner.sql("delete from fact_batch").update();
        owner.sql("alter table fact_batch enable trigger user").update();
    }

    private void push(String dataset, ObjectNode... records) {
        assertThat(receive(dataset, records)).isInstanceOf(Outcome.Accepted.class);
    }

    /** What is said of placements, whether they stand or not. */
    private List<Finding> told(ObjectNode... placements) {
        return switch (receive("placements", placements)) {
            case Outcome.Accepted accepted -> accepted.findings();
            case Outcome.Returned returned -> returned.findings();
            case Outcome.Unfinished unfinished -> throw new AssertionError(unfinished);
        };
    }

    private Outcome receive(String dataset, ObjectNode... records) {
        return gateway.submissions.receive(new Delivery(
                new SourceId("kunming"),
                Set.of(new Sender("530100")),
                Door.HTTP_PUSH,
                dataset,
                Optional.of(Period.of("2023-06")),
                MediaType.JSON,
                Optional.empty(),
                Trainees.batch(dataset, records).toString().getBytes(UTF_8),
                Optional.empty(),
                Optional.empty(),
                TestGateway.NOW));
    }
}
