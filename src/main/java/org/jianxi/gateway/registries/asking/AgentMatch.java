package org.jianxi.gateway.registries.asking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.CitizenId;
import org.jianxi.gateway.registries.blind.Description;
import org.jianxi.gateway.registries.blind.OwnerFile;
import org.jianxi.gateway.registries.blind.PersonKey;
import org.jianxi.gateway.registries.blind.Snapshot;
import org.jianxi.gateway.registries.files.ReadSoFar;
import org.jianxi.gateway.registries.identity.IdNumber;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.jianxi.gateway.registries.matching.Outcomes;
import org.jianxi.gateway.registries.matching.People;
import org.jianxi.gateway.registries.matching.RegistryMatch;
import org.jianxi.gateway.signing.Sm3;
import org.jspecify.annotations.Nullable;

/** People compared with a registry through its agent: the same results as with its extract at hand. */
public record AgentMatch(AgentAddress agent, Asking asking) {

    /**
     * Asks for whoever was not asked for yet, then looks everybody up. Throws {@link AskingStopped} where the agent stops it, and keeps
     * what was answered till then.
     */
    public RegistryMatch of(String name, People people, ReadSoFar progress) {
        try {
            var channel = new AgentChannel(agent, asking.clock(), asking.random());
            var description = channel.describe();
            var folder = asking.folder(agent.registry());
            var home = folder.resolve(description.snapshot().hex());
            var snapshot = snapshot(channel, description, folder);
            var rows = rows(people);
            var round = new QuestionRound(asking, channel, description, home.resolve(purpose()));
            var outputs = round.outputs(rows.keySet(), progress);
            var outcomes = outcomes(people, rows, outputs, snapshot);
            var made = description.made();
            return new RegistryMatch(name, outcomes, made.rows(), made.unusable());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The law is part of it: another law is another purpose. */
    private String purpose() {
        var query = asking.query();
        return Sm3.of((query.purpose() + "\n" + query.legalBasis()).getBytes(StandardCharsets.UTF_8))
                .hex();
    }

    /** A new one makes the one before useless, with everything that was answered about it. */
    private Snapshot snapshot(AgentChannel channel, Description description, Path folder) throws IOException {
        var home = folder.resolve(description.snapshot().hex());
        var file = home.resolve("snapshot");
        if (!Files.exists(file)) {
            destroyAllIn(folder);
            OwnerFile.folder(home);
            channel.fetch(description, file);
        }
        return Snapshot.open(file);
    }

    private static void destroyAllIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var others = Files.newDirectoryStream(folder)) {
            for (var other : others) {
                Files.walkFileTree(other, new Destroying());
            }
        }
    }

    private static final class Destroying extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
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
