package org.jianxi.gateway.flow.crossmatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.flow.hardship.HardshipNews;
import org.jianxi.gateway.records.PersonOfRecord;
import org.jianxi.gateway.registries.marks.Hardship;
import org.jianxi.gateway.registries.marks.Mark;
import org.jianxi.gateway.registries.marks.MarkAnswer;
import org.jianxi.gateway.registries.marks.Marks;
import org.jianxi.gateway.registries.marks.RegistryWord;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.jianxi.gateway.registries.review.ReviewQueue;
import org.jianxi.gateway.registries.run.Answer;
import org.jianxi.gateway.registries.run.HitUse;
import org.jianxi.gateway.registries.run.MatchAnswers;
import org.jianxi.gateway.registries.run.NameDifferences;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.jianxi.gateway.registries.run.SnapshotLabel;

/**
 * What follows from answers, in the caller's transaction: a row each, another name a question to a person, and where hits are marks, these
 * proposed and never confirmed, with a notice to each unit whose people's marks stand otherwise.
 */
public record AnswerIntake(
        MatchAnswers answers, NameDifferences differences, ReviewQueue reviewed, Marks marks, HardshipNews news) {

    /** A statement names no more people than that. */
    private static final int AT_ONCE = 1_000;

    void take(RegistrySettings settings, long run, SnapshotLabel snapshot, List<Answer> batch, Instant now) {
        var scope = new MatchAnswers.Scope(settings.name(), settings.query().purpose(), run, snapshot.id());
        answers.keep(scope, snapshot.day(), batch, now);
        differences.take(scope, batch, now);
        if (settings.hitsAre() == HitUse.SCREENING_CASES) {
            return;
        }
        var same = differences.samePeople(scope, batch);
        var found = found(scope, batch);
        var words = batch.stream()
                .flatMap(answer -> word(settings, snapshot, foundBy(found, answer), same))
                .toList();
        var asked = new Marks.Asked(settings.code(), settings.query().purpose());
        var changed = new ArrayList<Mark>();
        for (var from = 0; from < words.size(); from += AT_ONCE) {
            changed.addAll(marks.proposed(asked, words.subList(from, Math.min(from + AT_ONCE, words.size())), now));
        }
        if (!changed.isEmpty()) {
            news.tell(changed, now);
        }
    }

    /** What rows without a number say of those whom a person found in them. */
    private Map<Digest, Hardship> found(MatchAnswers.Scope scope, List<Answer> batch) {
        var missed = batch.stream()
                .filter(answer -> answer.result() == MatchResult.MISS)
                .map(answer -> answer.person().person().bytes())
                .toArray(byte[][]::new);
        return reviewed.samePeople(scope.registry(), scope.snapshot(), missed);
    }

    private static Answer foundBy(Map<Digest, Hardship> found, Answer answer) {
        var said = found.get(answer.person().person());
        return said == null || answer.result() != MatchResult.MISS
                ? answer
                : new Answer(answer.person(), MatchResult.HIT, Optional.of(said));
    }

    private static Stream<MarkAnswer> word(
            RegistrySettings settings, SnapshotLabel snapshot, Answer answer, Set<PersonOfRecord> same) {
        return switch (answer.result()) {
            case HIT -> hit(settings, snapshot, answer).stream();
            case NAME_MISMATCH ->
                same.contains(answer.person()) ? hit(settings, snapshot, answer).stream() : Stream.empty();
            case MISS -> Stream.of(new MarkAnswer.Miss(key(answer), snapshot.day()));
            case ID_INVALID, NOT_QUERIED, ERROR -> Stream.empty();
        };
    }

    /** Empty where hits are no marks, whoever asks. */
    static Optional<MarkAnswer> hit(RegistrySettings settings, SnapshotLabel snapshot, Answer answer) {
        var query = settings.query();
        return answer.said()
                .filter(said -> settings.hitsAre() == HitUse.HARDSHIP_MARKS)
                .map(said -> new RegistryWord(
                        settings.code(),
                        snapshot.day(),
                        settings.validUntil(snapshot.day()),
                        query.purpose(),
                        query.legalBasis(),
                        said))
                .map(word -> new MarkAnswer.Hit(key(answer), word));
    }

    private static MarkAnswer.PersonKey key(Answer answer) {
        return new MarkAnswer.PersonKey(answer.person().person().bytes());
    }
}
