package org.jianxi.gateway.flow.crossmatch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.intake.Schedule;
import org.jianxi.gateway.registries.review.ReviewQueue;
import org.jianxi.gateway.registries.run.MatchRun;
import org.jianxi.gateway.registries.run.MatchRuns;
import org.jianxi.gateway.registries.run.NameDifferences;
import org.jianxi.gateway.registries.run.RegistryName;
import org.jianxi.gateway.registries.run.RegistryRegister;
import org.jianxi.gateway.registries.run.RegistrySettings;

/** The registries as the office sees them, and their runs. Nobody stands here. */
public record RegistryDesk(
        RegistryRegister register, MatchRuns runs, Questions questions, CrossMatches matches, Clock clock) {

    /** What waits for a person. */
    public record Questions(NameDifferences differences, ReviewQueue candidates) {}

    /** In the order of their names. */
    public List<RegistryStanding> all() {
        return register.all().stream().map(this::standing).toList();
    }

    public Optional<RegistrySettings> find(String name) {
        return RegistryName.parse(name).flatMap(register::find);
    }

    public RegistryStanding standing(RegistrySettings settings) {
        var finished = runs.finished(settings.name());
        var lastGood = runs.extractDay(settings.name())
                .or(() -> finished.flatMap(MatchRun::snapshot).map(snapshot -> snapshot.day()));
        return new RegistryStanding(
                settings,
                runs.newest(settings.name()),
                lastGood,
                matches.next(settings),
                new RegistryStanding.Waiting(
                        questions.differences().open(settings.name()),
                        questions.candidates().open(settings.name())));
    }

    public Optional<MatchRun> run(RegistrySettings settings, long id) {
        return runs.find(id).filter(run -> run.registry().equals(settings.name()));
    }

    /** Files that stand there and are not in force. */
    public List<FileProblem> problems() {
        return register.problems();
    }

    /** By the office's time. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Schedule.OFFICE);
    }
}
