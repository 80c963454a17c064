package org.jianxi.gateway.intake;

import java.util.List;

/**
 * Where a secret lies: {@code env:NAME} or {@code file:PATH}. The secret itself never stands in a file of ours.
 *
 * @param value what follows the scheme
 */
public record SecretReference(Kind kind, String value) {

    /** Where to look. */
    public enum Kind {
        ENVIRONMENT,
        FILE
    }

    /** @param written of the one form or the other */
    public static SecretReference parse(String written) {
        return written.startsWith("env:")
                ? new SecretReference(Kind.ENVIRONMENT, written.substring("env:".length()))
                : new SecretReference(Kind.FILE, written.substring("file:".length()));
    }

    /** One reference, or a list of them, as YAML gives either. */
    static List<SecretReference> oneOrMore(Object written) {
        var list = written instanceof List<?> several ? several : List.of(written);
        return list.stream().map(String::valueOf).map(SecretReference::parse).toList();
    }

    @Override
    public String toString() {
        return (kind == Kind.ENVIRONMENT ? "env:" : "file:") + value;
    }
}
