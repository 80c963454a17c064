package org.jianxi.gateway.registries.query;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.records.Identity;
import org.jianxi.gateway.registries.lookups.Lookups;
import org.jianxi.gateway.registries.marks.Hardship;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.jianxi.gateway.registries.run.Answer;
import org.jianxi.gateway.registries.run.AnswerSink;
import org.jianxi.gateway.registries.run.Person;
import org.jianxi.gateway.registries.run.Registry;
import org.jianxi.gateway.registries.run.RegistryName;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.jianxi.gateway.registries.run.RegistryUnavailable;
import org.jianxi.gateway.registries.run.SnapshotLabel;

/**
 * A query service as a registry of the match run. Each question stands in the look-up ledger before it leaves the house; whoever was
 * asked for before and got no answer is asked for again under the same reference.
 */
public final class QueriedRegistry implements Registry {

    /** In whose name the run asks. */
    public static final String ACTOR = "match-run";

    /** So few that little is asked again after a kill. */
    private static final int BATCH = 20;

    private final RegistrySettings settings;
    private final ServicePart part;
    private final PersonQuery query;
    private final Lookups lookups;
    private final Clock clock;

    /** @param query made of {@code part} */
    public QueriedRegistry(
            RegistrySettings settings, ServicePart part, PersonQuery query, Lookups lookups, Clock clock) {
        this.settings = settings;
        this.part = part;
        this.query = query;
        this.lookups = lookups;
        this.clock = clock;
    }

    @Override
    public RegistryName name() {
        return settings.name();
    }

    /** It has no snapshot: within a month, or what its file says instead, nobody is asked for twice. */
    @Override
    public SnapshotLabel standing() {
        var day = part.freshness().firstDay(LocalDate.ofInstant(clock.instant(), Rate.OFFICE));
        return new SnapshotLabel("service " + day, day);
    }

    @Override
    public int batch() {
        return Math.max(BATCH, query.most());
    }

    @Override
    public void ask(List<Person> people, AnswerSink answers) throws RegistryUnavailable {
        try {
            for (var group : new Grouping(lookups, scope(), query.most()).of(people)) {
                ask(group, answers);
            }
        } catch (QueryStopped stopped) {
            throw new RegistryUnavailable(stopped.reason());
        }
    }

    private Lookups.Scope scope() {
        return new Lookups.Scope(
                name().value(),
                standing().id(),
                settings.query().purpose(),
                settings.query().legalBasis(),
                ACTOR);
    }

    private void ask(Grouping.Group group, AnswerSink answers) throws RegistryUnavailable {
        var opened = new LinkedHashMap<Digest, QueriedPerson>();
        for (var same : group.people()) {
            var identity = same.getFirst().identity().get();
            identity.ifPresent(one -> opened.put(same.getFirst().tokens().person(), queried(one)));
            if (identity.isEmpty()) {
                tell(same, Answer.bare(same.getFirst().tokens(), MatchResult.NOT_QUERIED), answers);
            }
        }
        if (!opened.isEmpty()) {
            tell(group, answered(group, opened), answers);
        }
    }

    private static QueriedPerson queried(Identity identity) {
        return new QueriedPerson(identity.citizen(), identity.name());
    }

    private Map<Digest, PersonAnswer> answered(Grouping.Group group, Map<Digest, QueriedPerson> opened)
            throws RegistryUnavailable {
        refuseBeyondTheDay(group.isNew() ? opened.size() : 0);
        var question = query.question(List.copyOf(opened.values()), group.slip());
        lookups.note(
                scope(), new Lookups.Question(group.slip(), opened.size(), question.commitment(), opened.keySet()));
        var told = question.send().iterator();
        var answers = new LinkedHashMap<Digest, PersonAnswer>();
        opened.keySet().forEach(person -> answers.put(person, told.next()));
        return answers;
    }

    private void refuseBeyondTheDay(int more) throws RegistryUnavailable {
        var today = LocalDate.ofInstant(clock.instant(), Rate.OFFICE).atStartOfDay(Rate.OFFICE);
        var most = part.pace().peoplePerDay();
        if (lookups.askedSince(name().value(), today.toInstant()) + more > most) {
            throw new RegistryUnavailable(new Bilingual(
                    "今天最多查询%d人；明天继续".formatted(most),
                    "No more than %d people a day; it goes on tomorrow".formatted(most)));
        }
    }

    private void tell(Grouping.Group group, Map<Digest, PersonAnswer> told, AnswerSink answers) {
        for (var same : group.people()) {
            var answer = told.get(same.getFirst().tokens().person());
            if (answer != null) {
                tell(same, new Answer(same.getFirst().tokens(), answer.result(), said(answer)), answers);
            }
        }
    }

    /** The same number under two names of ours is one person to the registry; both get what it says of the one asked for. */
    private static void tell(List<Person> same, Answer answer, AnswerSink answers) {
        same.forEach(person -> answers.take(new Answer(person.tokens(), answer.result(), answer.said())));
    }

    private Optional<Hardship> said(PersonAnswer answer) {
        return switch (answer.result()) {
            case HIT, NAME_MISMATCH ->
                Optional.of(new Hardship(
                        part.category(answer.category()), Optional.empty(), text(answer.kind()), text(answer.level())));
            default -> Optional.empty();
        };
    }

    private static Optional<String> text(String said) {
        return Optional.of(said).filter(one -> !one.isBlank());
    }
}
