package org.jianxi.gateway.registries.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.JsonText;
import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.registries.blind.OwnerFile;
import org.jianxi.gateway.signing.AccessKey;
import org.jspecify.annotations.Nullable;

/** The file {@code askers.yaml}, read anew for each request: a revocation is in force with the next one. */
public record Askers(Path file) {

    private static final String NAME = "[a-z0-9][a-z0-9-]{0,63}";

    private record Content(@Nullable List<Asker> askers) {

        List<Asker> all() {
            return askers == null ? List.of() : askers;
        }
    }

    /** Whose key this is, revoked or not. Throws {@link FileProblem} when the file cannot be used: then nobody may ask. */
    Optional<Asker> holderOf(String presented) {
        return read().stream()
                .filter(asker -> AccessKey.opens(presented, new Digest(asker.keySm3())))
                .findFirst();
    }

    /** Admits somebody and gives the key back, which is kept nowhere. Throws {@link FileProblem} where the name is taken. */
    public AccessKey admit(String name, int pointsADay, SecureRandom random) {
        var all = new ArrayList<>(read());
        if (!name.matches(NAME) || all.stream().anyMatch(one -> one.name().equals(name))) {
            throw new FileProblem(file.toString(), 0, name + " is taken, or not of a-z, 0-9 and hyphens");
        }
        var key = AccessKey.newKey(random);
        all.add(new Asker(name, key.hash().hex(), pointsADay, List.of(), false));
        write(all);
        return key;
    }

    /** Ends whatever the asker could do. Throws {@link FileProblem} where there is none of that name. */
    public void revoke(String name) {
        var all = read();
        if (all.stream().noneMatch(one -> one.name().equals(name))) {
            throw new FileProblem(file.toString(), 0, "has no asker " + name);
        }
        write(all.stream()
                .map(one -> one.name().equals(name)
                        ? new Asker(one.name(), one.keySm3(), one.pointsADay(), one.purposes(), true)
                        : one)
                .toList());
    }

    private List<Asker> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        var yaml = YamlFile.read(file);
        var all = yaml.as(Content.class).all();
        for (var asker : all) {
            if (asker.name() == null
                    || asker.keySm3() == null
                    || !asker.keySm3().matches("[0-9a-f]{64}")) {
                throw yaml.problem("/askers", "each asker needs name and keySm3");
            }
        }
        return all;
    }

    private void write(List<Asker> all) {
        try {
            new OwnerFile(file).write(JsonText.of(Map.of("askers", all)));
        } catch (IOException unwritable) {
            throw new FileProblem(file.toString(), 0, "cannot be written: " + unwritable.getMessage());
        }
    }
}
