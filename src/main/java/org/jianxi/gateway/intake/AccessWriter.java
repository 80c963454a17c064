package org.jianxi.gateway.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Collection;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.signing.AccessKey;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Issues keys and logins into {@code access.yaml}: the secret is given back once and only its hash is written.
 *
 * <p>The file is replaced whole, so a running gateway never reads half of it. What it writes is JSON, which is YAML too.
 */
public final class AccessWriter {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final int SALT_BYTES = 16;

    private final Path file;
    private final SecureRandom random;

    public AccessWriter(Path folder, SecureRandom random) {
        this.file = folder.resolve("access.yaml");
        this.random = random;
    }

    /** A new key of the office: of any role but those that belong to a unit. */
    public AccessKey issue(String name, Role role) {
        return issue(entry(name, role));
    }

    /** A new key that reads the pages of these units. */
    public AccessKey issue(String name, Collection<Sender> units) {
        return issue(entry(name, Role.REPORTER), units);
    }

    /** A new key of a delivering system for the senders it may speak for. */
    public AccessKey issue(String name, SourceId source, Collection<Sender> senders) {
        var entry = entry(name, Role.SENDER).put("source", source.value());
        return issue(entry, senders);
    }

    /** A new SFTP login of one sender; gives back its password. */
    public String open(String login, SourceId source, Sender sender) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var password = AccessKey.newKey(random).secret();
        var hash = PasswordHash.of(password, salt, PasswordHash.USUAL_ITERATIONS);
        var tree = read();
        tree.withArray("accounts")
                .addObject()
                .put("login", login)
                .put("source", source.value())
                .put("sender", sender.code())
                .put("password", hash.written());
        write(tree);
        return password;
    }

    private static ObjectNode entry(String name, Role role) {
        return JSON.createObjectNode().put("name", name).put("role", role.wireName());
    }

    private AccessKey issue(ObjectNode entry, Collection<Sender> senders) {
        senders.forEach(sender -> entry.withArray("senders").add(sender.code()));
        return issue(entry);
    }

    private AccessKey issue(ObjectNode entry) {
        var key = AccessKey.newKey(random);
        var tree = read();
        tree.withArray("keys").add(entry.put("keySm3", key.hash().hex()));
        write(tree);
        return key;
    }

    private ObjectNode read() {
        return Files.exists(file) && YamlFile.read(file).tree() instanceof ObjectNode tree
                ? tree
                : JSON.createObjectNode();
    }

    private void write(ObjectNode tree) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var fresh = Files.createTempFile(file.toAbsolutePath().getParent(), ".access", ".new", owner);
            Files.writeString(fresh, JSON.writeValueAsString(tree) + "\n", StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new FileProblem(file.toString(), 0, "cannot be written: " + unwritable.getMessage());
        }
    }
}
