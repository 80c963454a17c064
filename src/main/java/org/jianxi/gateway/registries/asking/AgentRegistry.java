package org.jianxi.gateway.registries.asking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.CitizenId;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.registries.blind.Batch;
import org.jianxi.gateway.registries.blind.Description;
import org.jianxi.gateway.registries.blind.PersonKey;
import org.jianxi.gateway.registries.blind.Snapshot;
import org.jianxi.gateway.registries.identity.NameForms;
import org.jianxi.gateway.registries.lookups.LookupSlip;
import org.jianxi.gateway.registries.lookups.Lookups;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.jianxi.gateway.registries.run.Answer;
import org.jianxi.gateway.registries.run.AnswerSink;
import org.jianxi.gateway.registries.run.Person;
import org.jianxi.gateway.registries.run.Registry;
import org.jianxi.gateway.registries.run.RegistryName;
import org.jianxi.gateway.registries.run.RegistryUnavailable;
import org.jianxi.gateway.registries.run.SnapshotLabel;
import org.jspecify.annotations.Nullable;

/** A registry agent as a registry of the match run. Numbers and names are opened here and never leave: blinded points do. */
public final class AgentRegistry implements Registry, AutoCloseable {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final String ACTOR = "match-run";

    /** Each batch reads the whole snapshot once. */
    private static final int BATCH = 100 * Batch.POINTS;

    private final RegistryName name;
    private final AgentPart part;
    private final Asking asking;
    private final AgentChannel channel;
    private final NameForms names;
    private final Lookups lookups;
    private @Nullable Description described;

    AgentRegistry(
            RegistryName name, AgentPart part, Asking asking, AgentChannel channel, NameForms names, Lookups lookups) {
        this.name = name;
        this.part = part;
        this.asking = asking;
        this.channel = channel;
        this.names = names;
        this.lookups = lookups;
    }

    @Override
    public RegistryName name() {
        return name;
    }

    @Override
    public SnapshotLabel standing() throws RegistryUnavailable {
        try {
            var description = channel.describe();
            described = description;
            return new SnapshotLabel(
                    description.snapshot().hex(), LocalDate.ofInstant(description.extracted(), OFFICE));
        } catch (AskingStopped stopped) {
            throw new RegistryUnavailable(stopped.reason());
        }
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public void ask(List<Person> people, AnswerSink answers) throws RegistryUnavailable {
        if (described == null) {
            standing();
        }
        var description = Objects.requireNonNull(described);
        try {
            var opened = new OpenedPeople(names);
            people.forEach(person -> {
                if (!opened.add(person)) {
                    answers.take(Answer.bare(person.tokens(), MatchResult.NOT_QUERIED));
                }
            });
            var folder = new SnapshotFolder(asking, part.registry());
            var snapshot = folder.snapshot(channel, description);
            var round = new QuestionRound(
                    asking, channel, description, folder.answers(description), witness(description, opened));
            opened.answer(found(snapshot, opened, round.outputs(opened.citizens(), (done, of) -> {})), answers);
        } catch (AskingStopped stopped) {
            throw new RegistryUnavailable(stopped.reason());
        } catch (IOException failed) {
            throw new RegistryUnavailable(new Bilingual(
                    "本机文件不可用：" + failed.getMessage(), "A file here cannot be used: " + failed.getMessage()));
        }
    }

    /** Lets the folder go, which one process has at a time. */
    @Override
    public void close() {
        try {
            asking.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Map<CitizenId, Told> found(Snapshot snapshot, OpenedPeople opened, Map<CitizenId, byte[]> outputs)
            throws IOException {
        var wanted = new LinkedHashMap<PersonKey, CitizenId>();
        outputs.forEach((citizen, output) -> wanted.put(PersonKey.of(citizen, output), citizen));
        var told = new HashMap<CitizenId, Told>();
        snapshot.find(wanted.keySet(), (key, nameToken, category) -> {
            var citizen = Objects.requireNonNull(wanted.get(key));
            var ours = opened.name(citizen);
            var isNamed = !ours.isEmpty() && key.nameToken(ours) == nameToken;
            told.merge(citizen, Told.entry(isNamed, part.category(category)), Told::and);
        });
        return told;
    }

    /** Our ledger says of a batch what the agent's audit says of it. */
    private QuestionWitness witness(Description description, OpenedPeople opened) {
        var tokens = new HashMap<PersonToken, Digest>();
        opened.tokens().forEach((citizen, token) -> tokens.put(PersonToken.of(citizen, asking.secret()), token));
        var scope = new Lookups.Scope(
                name.value(),
                description.snapshot().hex(),
                asking.query().purpose(),
                asking.query().legalBasis(),
                ACTOR);
        return (batch, people) -> lookups.note(scope, question(batch, people, tokens));
    }

    private Lookups.Question question(Batch batch, Collection<PersonToken> people, Map<PersonToken, Digest> tokens) {
        var salt = new byte[LookupSlip.SALT];
        asking.random().nextBytes(salt);
        var query = asking.query();
        var reference = batch.session() + "/" + batch.number();
        return new Lookups.Question(
                new LookupSlip(reference, salt, query.purpose(), query.legalBasis()),
                batch.points().size(),
                batch.digest(),
                people.stream()
                        .map(tokens::get)
                        .flatMap(token -> Optional.ofNullable(token).stream())
                        .toList());
    }
}
