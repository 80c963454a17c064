package org.jianxi.gateway.intake;

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

    @Override
    public String toString() {
        return (kind == Kind.ENVIRONMENT ? "env:" : "file:") + value;
    }
}
