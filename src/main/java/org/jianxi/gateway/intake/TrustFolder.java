package org.jianxi.gateway.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.RevocationList;
import org.jianxi.gateway.signing.SigningCertificate;
import org.jianxi.gateway.signing.Standing;
import org.jianxi.gateway.signing.Trust;
import org.jianxi.gateway.signing.Use;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The authorities that are believed and their revocation lists: {@code root.pem} and {@code root.crl} of our own one, and every
 * {@code *.pem} and {@code *.crl} in the trust folder. A changed file counts from the next question on; while one is bad, what was
 * in force stays.
 */
public final class TrustFolder {

    private static final Logger LOG = LoggerFactory.getLogger(TrustFolder.class);

    private final Path keys;
    private final Path folder;
    private Map<Path, Object> seen = Map.of();
    private Trust trust;

    private TrustFolder(Path keys, Path folder) {
        this.keys = keys;
        this.folder = folder;
        this.seen = look();
        this.trust = load();
    }

    /** Throws {@link KeyProblem} when a file cannot be used. */
    public static TrustFolder open(Path keys, Path folder) {
        return new TrustFolder(keys, folder);
    }

    /** All that is believed just now. */
    public synchronized Trust current() {
        var now = look();
        if (!now.equals(seen)) {
            seen = now;
            try {
                trust = load();
            } catch (KeyProblem bad) {
                LOG.warn("Refused, what was in force stays: {}", bad.getMessage());
            }
        }
        return trust;
    }

    /**
     * What a pinned certificate is worth: with authorities in the trust folder it must be one of theirs; without, being pinned is
     * enough, and only its time and the lists count.
     */
    public Standing standing(SigningCertificate pinned, Use use, Instant at) {
        var believed = current();
        return (namesAuthorities() ? believed : believed.pinning(pinned)).standing(pinned, use, at);
    }

    private boolean namesAuthorities() {
        return files(folder).anyMatch(file -> file.toString().endsWith(".pem"));
    }

    private Map<Path, Object> look() {
        var found = new TreeMap<Path, Object>();
        all().forEach(file -> found.put(file, stamp(file)));
        return found;
    }

    private Trust load() {
        var roots = new ArrayList<SigningCertificate>();
        var lists = new ArrayList<RevocationList>();
        for (var file : all().toList()) {
            try {
                var bytes = Files.readAllBytes(file);
                if (file.toString().endsWith(".crl")) {
                    lists.add(RevocationList.parse(bytes));
                } else {
                    roots.add(SigningCertificate.parse(bytes));
                }
            } catch (IOException | KeyProblem bad) {
                throw new KeyProblem(file + ": " + bad.getMessage());
            }
        }
        return Trust.of(roots, lists);
    }

    private Stream<Path> all() {
        return Stream.concat(
                Stream.of(keys.resolve("root.pem"), keys.resolve("root.crl")).filter(Files::exists),
                files(folder)
                        .filter(file -> file.toString().endsWith(".pem")
                                || file.toString().endsWith(".crl")));
    }

    private static Stream<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (var found = Files.list(folder)) {
            return found.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new KeyProblem("The folder " + folder + " cannot be read: " + unreadable.getMessage());
        }
    }

    private static Object stamp(Path file) {
        try {
            return List.of(Files.getLastModifiedTime(file), Files.size(file));
        } catch (IOException gone) {
            return List.of();
        }
    }
}
