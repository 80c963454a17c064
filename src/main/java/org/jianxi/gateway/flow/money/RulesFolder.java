package org.jianxi.gateway.flow.money;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.entitlement.DatedRules;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules of the subsidy as they were understood last; a file that cannot be used changes nothing until it is mended. */
public final class RulesFolder implements Supplier<DatedRules> {

    private static final Logger LOG = LoggerFactory.getLogger(RulesFolder.class);

    private final Path folder;
    private final Supplier<DatedRules> reader;
    private Map<Path, String> seen;
    private DatedRules inForce;
    private @Nullable FileProblem problem;

    /** Throws {@link FileProblem} when a file cannot be used, because then there is nothing to go by. */
    RulesFolder(Path folder, Supplier<DatedRules> reader) {
        this.folder = folder;
        this.reader = reader;
        this.seen = look();
        this.inForce = reader.get();
    }

    @Override
    public synchronized DatedRules get() {
        var now = look();
        if (!now.equals(seen)) {
            seen = now;
            try {
                inForce = reader.get();
                problem = null;
            } catch (FileProblem unusable) {
                problem = unusable;
                LOG.warn("Refused, what was in force stays: {}", unusable.getMessage());
            }
        }
        return inForce;
    }

    /** What is wrong with the files as they stand; empty when they are in force. */
    public synchronized Optional<FileProblem> problem() {
        return Optional.ofNullable(problem);
    }

    private Map<Path, String> look() {
        var found = new TreeMap<Path, String>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                found.put(file, Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
