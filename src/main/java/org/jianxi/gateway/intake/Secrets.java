package org.jianxi.gateway.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Looks secrets up at the moment they are needed, so that a renewed one is used at once and none stays in memory. */
public final class Secrets {

    private final UnaryOperator<@Nullable String> environment;
    private final Path folder;

    /** @param folder what a relative {@code file:} reference starts from */
    public Secrets(UnaryOperator<@Nullable String> environment, Path folder) {
        this.environment = environment;
        this.folder = folder;
    }

    /** Empty where the reference leads nowhere. */
    public Optional<String> find(SecretReference reference) {
        return switch (reference.kind()) {
            case ENVIRONMENT -> Optional.ofNullable(environment.apply(reference.value()));
            case FILE -> read(folder.resolve(reference.value()));
        };
    }

    /** Says which reference leads nowhere, and never what lies at one that does. */
    public String require(SecretReference reference) throws IOException {
        return find(reference).orElseThrow(() -> new IOException("there is nothing at " + reference));
    }

    /** The file a reference names, for programs that read certificates from a path; empty for one to the environment. */
    public Optional<Path> file(SecretReference reference) {
        return reference.kind() == SecretReference.Kind.FILE
                ? Optional.of(folder.resolve(reference.value()).toAbsolutePath())
                : Optional.empty();
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
