package org.jianxi.gateway.intake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.FileSchema;
import org.jianxi.gateway.documents.FolderWatch;
import org.jianxi.gateway.documents.YamlFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys and logins written in {@code access.yaml}, re-read while running.
 *
 * <p>A file that cannot be used leaves the last good one in force; a deleted one leaves no key at all.
 */
public final class AccessFile implements AccessKeys, KeyHolders, Accounts, Rights {

    private static final Logger LOG = LoggerFactory.getLogger(AccessFile.class);
    private static final String NAME = "access.yaml";

    private final Path folder;
    private final FileSchema schema;
    private final Function<byte[], Digest> sm3;
    private final FolderWatch watch;
    private volatile List<AccessEntries.Key> keys = List.of();
    private volatile Map<String, Account> logins = Map.of();
    private volatile @Nullable FileProblem problem;

    private AccessFile(Path folder, FileSchema schema, Function<byte[], Digest> sm3) {
        this.folder = folder;
        this.schema = schema;
        this.sm3 = sm3;
        this.watch = FolderWatch.file(folder, NAME);
    }

    /**
     * Reads {@code folder/access.yaml} once.
     *
     * @param sm3 the hash that keys are kept under
     */
    public static AccessFile open(Path home, Path folder, Function<byte[], Digest> sm3) {
        var schema = FileSchema.read(home.resolve("schemas/access.schema.json"));
        var file = new AccessFile(folder, schema, sm3);
        file.apply(file.watch.first());
        return file;
    }

    @Override
    public Optional<Caller> authenticate(String bearerKey) {
        return holder(sm3.apply(bearerKey.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public List<Caller> holders() {
        return keys.stream().map(AccessEntries.Key::caller).toList();
    }

    @Override
    public Optional<Caller> holder(Digest offeredKey) {
        var offered = offeredKey.bytes();
        Optional<Caller> holder = Optional.empty();
        for (var key : keys) {
            if (key.hash().matches(offered)) {
                holder = Optional.of(key.caller());
            }
        }
        return holder;
    }

    @Override
    public Set<Sender> of(String holder, SourceId source) {
        return keys.stream()
                .map(AccessEntries.Key::caller)
                .filter(caller -> caller.name().equals(holder) && caller.is(Role.SENDER))
                .filter(caller -> caller.source().filter(source::equals).isPresent())
                .flatMap(caller -> caller.senders().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Account> account(String login) {
        return Optional.ofNullable(logins.get(login));
    }

    @Override
    public Collection<Account> accounts() {
        return logins.values();
    }

    /** What is wrong with the file as it stands; empty when it is in force. */
    public Optional<FileProblem> problem() {
        return Optional.ofNullable(problem);
    }

    /** Looks at the file again; a change counts when two looks in a row agree. */
    public synchronized void reread() {
        apply(watch.again());
    }

    private void apply(FolderWatch.Changes changes) {
        if (!changes.gone().isEmpty()) {
            take(new AccessEntries(List.of(), List.of()));
        }
        changes.written().forEach((path, bytes) -> {
            try {
                var file = YamlFile.parse(folder.resolve(path).toString(), new String(bytes, StandardCharsets.UTF_8));
                schema.check(file);
                take(file.as(AccessEntries.class));
            } catch (FileProblem unusable) {
                problem = unusable;
                LOG.warn("Refused, the keys in force stay: {}", unusable.getMessage());
            }
        });
    }

    private void take(AccessEntries entries) {
        var accounts = new TreeMap<String, Account>();
        entries.readAccounts().forEach(account -> accounts.put(account.login(), account));
        keys = entries.readKeys();
        logins = Collections.unmodifiableMap(accounts);
        problem = null;
    }
}
