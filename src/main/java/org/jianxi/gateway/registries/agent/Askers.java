package org.jianxi.gateway.registries.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
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

/**
 * The file {@code askers.yaml}. It is looked at for each request and read again when it is another one, so that a revocation is in
 * force with the next request.
 */
public final class Askers {

    private static final String NAME = "[a-z0-9][a-z0-9-]{0,63}";

    private final Path file;
    private volatile Kept kept = new Kept(Seen.NOTHING, List.of());

    public Askers(Path file) {
        this.file = file;
    }

    /** What tells one state of the file from another: it is replaced whole, never written into. */
    private record Seen(FileTime modified, long size, String id) {

        static final Seen NOTHING = new Seen(FileTime.fromMillis(0), -1, "");

        static Seen of(Path file) throws IOException {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Seen(attributes.lastModifiedTime(), attributes.size(), String.valueOf(attributes.fileKey()));
        }
    }

    private record Kept(Seen seen, List<Asker> askers) {}

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
        try {
            var seen = Seen.of(file);
            if (!kept.seen().equals(seen)) {
                kept = new Kept(seen, readFile());
            }
            return kept.askers();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException unreadable) {
            throw new FileProblem(file.toString(), 0, "cannot be read: " + unreadable.getMessage());
        }
    }

    private List<Asker> readFile() {
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
