package org.jianxi.gateway.registries.asking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.CitizenId;
import org.jianxi.gateway.outgoing.SafeHttp;
import org.jianxi.gateway.registries.blind.PersonKey;
import org.jianxi.gateway.registries.blind.Snapshot;
import org.jianxi.gateway.registries.files.ReadSoFar;
import org.jianxi.gateway.registries.identity.IdNumber;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.jianxi.gateway.registries.matching.Outcomes;
import org.jianxi.gateway.registries.matching.People;
import org.jianxi.gateway.registries.matching.RegistryMatch;

/** People compared with a registry through its agent: the same results as with its extract at hand. */
public record AgentMatch(AgentAddress agent, Asking asking) {

    /**
     * Asks for whoever was not asked for yet, then looks everybody up. Throws {@link AskingStopped} where the agent stops it, and keeps
     * what was answered till then.
     */
    public RegistryMatch of(String name, People people, ReadSoFar progress) {
        try {
            var client = SafeHttp.client(Optional.empty(), Optional.empty());
            var channel = new AgentChannel(agent, asking.clock(), asking.random(), client);
            var description = channel.describe();
            var folder = new SnapshotFolder(asking, agent.registry());
            var snapshot = folder.snapshot(channel, description);
            var rows = rows(people);
            var round =
                    new QuestionRound(asking, channel, description, folder.answers(description), QuestionWitness.NONE);
            var outputs = round.outputs(rows.keySet(), progress);
            var outcomes = outcomes(people, rows, outputs, snapshot);
            var made = description.made();
            return new RegistryMatch(name, outcomes, made.rows(), made.unusable());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Each person once, whatever the number of rows. */
    private static Map<CitizenId, List<Integer>> rows(People people) {
        var rows = new LinkedHashMap<CitizenId, List<Integer>>();
        for (var row = 0; row < people.size(); row++) {
            var number = IdNumber.read(people.idNumber(row));
            if (number.isPresent()) {
                rows.computeIfAbsent(number.get().citizen(), one -> new ArrayList<>())
                        .add(row);
            }
        }
        return rows;
    }

    private static Outcomes outcomes(
            People people, Map<CitizenId, List<Integer>> rows, Map<CitizenId, byte[]> outputs, Snapshot snapshot)
            throws IOException {
        var outcomes = new Outcomes(people.size(), people.keys());
        var wanted = new LinkedHashMap<PersonKey, List<Integer>>();
        outputs.forEach(
                (citizen, output) -> wanted.put(PersonKey.of(citizen, output), rows.getOrDefault(citizen, List.of())));
        snapshot.find(wanted.keySet(), (person, nameToken, category) -> {
            for (var row : wanted.getOrDefault(person, List.of())) {
                var name = people.comparableName(row);
                var isNamed = !name.isEmpty() && person.nameToken(name) == nameToken;
                outcomes.found(row, isNamed ? MatchResult.HIT : MatchResult.NAME_MISMATCH, category);
            }
        });
        return outcomes;
    }
}
