package org.jianxi.gateway.flow.crossmatch;

import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.flow.hardship.MarkedPeople;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.outgoing.MovableClock;
import org.jianxi.gateway.registries.Person;
import org.jianxi.gateway.registries.review.ReviewQueue;
import org.jianxi.gateway.registries.run.MatchAnswers;
import org.jianxi.gateway.registries.run.MatchRun;
import org.jianxi.gateway.registries.run.MatchRuns;
import org.jianxi.gateway.registries.run.NameDifferences;
import org.jianxi.gateway.registries.run.Registry;
import org.jianxi.gateway.registries.run.RegistryName;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.jianxi.gateway.registries.run.RegistryUnavailable;
import org.jianxi.gateway.registries.run.Way;
import org.springframework.jdbc.core.JdbcTemplate;

/** Trainees in a real database and the flow that compares them with a registry. */
final class ComparedPeople {

    static final RegistrySettings SETTINGS = settings("人社部发〔2023〕27号 二(一)");

    final MovableClock clock = new MovableClock(Instant.parse("2023-07-10T02:00:00Z"));
    final MarkedPeople house;
    final MatchRuns runs;
    final NameDifferences differences;
    final MatchAnswers answers;
    private final JdbcTemplate jdbc;
    private int submissions;

    ComparedPeople(Path folder) {
        this.house = new MarkedPeople(folder);
        this.jdbc = house.template;
        this.runs = new MatchRuns(house.jdbc);
        this.differences = new NameDifferences(jdbc);
        this.answers = new MatchAnswers(jdbc, house.transaction);
    }

    static RegistrySettings settings(String legalBasis) {
        return new RegistrySettings(
                new RegistryName("low-income"),
                new Bilingual("低收入人口数据库", "Low-income registry"),
                "MCA_LOW_INCOME",
                "民政厅",
                new RegistrySettings.Query("PRIORITY_HELP", legalBasis),
                Period.ofDays(180),
                Optional.empty(),
                new Way.Service(YamlFile.parse("registry.yaml", "registry: low-income")));
    }

    /** Kunming's trainees are these of the generator's people, and nobody else. */
    void trainees(int... numbers) {
        trainees(Map.of(), numbers);
    }

    /** @param names of those who go by another one */
    @SuppressWarnings("unchecked")
    void trainees(Map<Integer, String> names, int... numbers) {
        house.records.accepted(
                "s" + ++submissions,
                "trainees",
                "530100",
                IntStream.of(numbers)
                        .mapToObj(number -> MarkedPeople.trainee(
                                "T-" + number, number(number), names.getOrDefault(number, new Person(number).name())))
                        .toArray(Map[]::new));
    }

    static String number(int person) {
        return new Person(person).idNumber();
    }

    ReviewQueue queue() {
        return new ReviewQueue(jdbc, house.records.keys());
    }

    AnswerIntake intake() {
        return new AnswerIntake(answers, differences, queue(), house.marks, house.news);
    }

    CrossMatchFlow flow() {
        var rows = new CrossMatchFlow.Rows(runs, answers, new Audit(house.jdbc));
        return new CrossMatchFlow(rows, house.records.people(), intake(), house.transaction, clock);
    }

    MatchRun run(Registry registry) {
        return run(SETTINGS, registry);
    }

    MatchRun run(RegistrySettings settings, Registry registry) {
        return flow().run(settings, registry, new CrossMatchFlow.Order("office", RunProgress.NONE, id -> {}));
    }

    RunPlan plan(Registry registry) throws RegistryUnavailable {
        return flow().plan(SETTINGS, registry);
    }

    /** The state of each mark, by the citizen's number. */
    Map<String, String> marks(int... numbers) {
        var states = new HashMap<String, String>();
        for (var number : numbers) {
            house.jdbc
                    .sql("select state from mark_current where person_token = :token")
                    .param("token", house.records.keys().tokens().ofNumber(number(number)))
                    .query(String.class)
                    .optional()
                    .ifPresent(state -> states.put(number(number), state));
        }
        return states;
    }

    List<String> looks() {
        return jdbc.queryForList("select actor || ' ' || purpose from person_look", String.class);
    }

    List<String> audit() {
        return jdbc.queryForList("select action from audit order by id", String.class);
    }
}
