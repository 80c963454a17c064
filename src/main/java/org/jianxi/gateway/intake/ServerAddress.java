package org.jianxi.gateway.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A server of a source's that we connect to.
 *
 * @param trust PEM of the authority that vouches for it; empty where the public ones do
 */
public record ServerAddress(
        String host, int port, Encryption encryption, Optional<Login> login, Optional<SecretReference> trust) {

    private static final Pattern LOOPBACK = Pattern.compile("127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|localhost|::1");

    /** How what is said on the way is kept from others. */
    public enum Encryption {
        TLS,
        STARTTLS,
        NONE;

        /** TLS where nothing is said. */
        static Encryption named(@Nullable String wireName) {
            return wireName == null ? TLS : valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }

    /** How we name ourselves: both by reference, looked up at each connection. */
    public record Login(SecretReference user, SecretReference password) {
        static Optional<Login> of(@Nullable String user, @Nullable String password) {
            return user == null || password == null
                    ? Optional.empty()
                    : Optional.of(new Login(SecretReference.parse(user), SecretReference.parse(password)));
        }
    }

    /** Whether the connection is encrypted or does not leave this machine. */
    public boolean isSafe() {
        return encryption != Encryption.NONE || isLoopback(host);
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    /** What is wrong with it at {@code pointer}, as its schema cannot say it. */
    Optional<DoorPart.Misfit> misfit(String pointer) {
        return isSafe()
                ? Optional.empty()
                : Optional.of(new DoorPart.Misfit(
                        pointer + "/security", "a connection without TLS is for loopback addresses only"));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }

    /** As it is written: {@code host}, {@code port}, {@code security}, {@code user}, {@code password}, {@code trust}. */
    record Part(
            String host,
            int port,
            @Nullable String security,
            @Nullable String user,
            @Nullable String password,
            @Nullable String trust) {

        ServerAddress address() {
            return new ServerAddress(
                    host, port, Encryption.named(security), Login.of(user, password), reference(trust));
        }

        static Optional<SecretReference> reference(@Nullable String written) {
            return Optional.ofNullable(written).map(SecretReference::parse);
        }
    }
}
