package org.jianxi.gateway.sandbox;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jianxi.gateway.documents.YamlFile;
import tools.jackson.databind.JsonNode;

/** A sandbox for each platform of a folder {@code platforms/}, and the folder as it is when they are meant: switched on, each at its own port. */
public final class PlatformSandboxes implements AutoCloseable {

    private static final String FILE = "platform.yaml";

    private final Map<String, PlatformSandbox> byName = new LinkedHashMap<>();

    private PlatformSandboxes() {}

    /**
     * Starts them.
     *
     * @param delivered the folder {@code platforms/} as it is delivered; each sandbox speaks what its file says
     * @param home where the same files are laid, with the sandboxes' addresses in them
     * @param var where their keys are laid
     */
    public static PlatformSandboxes start(Path delivered, Path home, Path var) throws IOException {
        var sandboxes = new PlatformSandboxes();
        try (Stream<Path> folders = Files.list(delivered)) {
            for (var folder : folders.filter(one -> Files.exists(one.resolve(FILE)))
                    .sorted()
                    .toList()) {
                sandboxes.add(folder.resolve(FILE), home, var);
            }
        }
        return sandboxes;
    }

    public PlatformSandbox get(String name) {
        return Objects.requireNonNull(byName.get(name));
    }

    public Collection<PlatformSandbox> all() {
        return List.copyOf(byName.values());
    }

    @Override
    public void close() {
        byName.values().forEach(PlatformSandbox::close);
    }

    private void add(Path file, Path home, Path var) throws IOException {
        var said = YamlFile.read(file).tree();
        var name = text(said, "/platform");
        var key = "sandbox-key-of-" + name;
        var sandbox = PlatformSandbox.start(new PlatformSandbox.Manner(name, key, text(said, "/wire/number")), 0);
        byName.put(name, sandbox);
        var secret = var.resolve("platform-keys").resolve(name);
        write(secret, key);
        var meant = Files.readString(file, StandardCharsets.UTF_8)
                .replace("active: false", "active: true")
                .replace(
                        text(said, "/url"),
                        sandbox.url() + URI.create(text(said, "/url")).getPath())
                .replace(text(said, "/key"), "file:platform-keys/" + name);
        write(home.resolve("platforms").resolve(name).resolve(FILE), meant);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static String text(JsonNode tree, String pointer) {
        return tree.at(pointer).asString();
    }
}
