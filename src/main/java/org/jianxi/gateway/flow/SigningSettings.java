package org.jianxi.gateway.flow;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The gateway's own key. Without any of these a development authority makes one under {@code var/keys}.
 *
 * @param keyStore PKCS#12 from an approved authority
 * @param passwordFile a file whose first line is its password
 * @param password the same as {@code env:NAME} or {@code file:PATH}
 * @param pkcs11 an RSA or ECDSA key in a token
 * @param provider a key behind a vendor's provider for the Java platform
 * @param second a key of RSA or ECDSA that signs filed returns beside the first
 */
@ConfigurationProperties("jianxi.signing")
public record SigningSettings(
        @Nullable Path keyStore,
        @Nullable Path passwordFile,
        @Nullable String password,
        @Nullable Pkcs11 pkcs11,
        @Nullable Vendor provider,
        @Nullable Second second) {

    /**
     * A token.
     *
     * @param config library and slot, as the platform's PKCS#11 guide has it
     * @param alias the key's label
     * @param pin as {@code env:NAME} or {@code file:PATH}
     */
    public record Pkcs11(Path config, String alias, String pin) {}

    /**
     * A device that only its maker's provider knows how to speak to.
     *
     * @param className of the provider
     * @param keyStoreType how it calls its key store
     */
    public record Vendor(String className, String keyStoreType, String alias, String pin) {}

    /** The second key, named in the same ways. */
    public record Second(
            @Nullable Path keyStore,
            @Nullable Path passwordFile,
            @Nullable String password,
            @Nullable Pkcs11 pkcs11,
            @Nullable Vendor provider) {

        KeyPlace place() {
            return new KeyPlace(keyStore, passwordFile, password, pkcs11, provider);
        }
    }

    /** Where one key lies. */
    record KeyPlace(
            @Nullable Path keyStore,
            @Nullable Path passwordFile,
            @Nullable String password,
            @Nullable Pkcs11 pkcs11,
            @Nullable Vendor provider) {}

    KeyPlace first() {
        return new KeyPlace(keyStore, passwordFile, password, pkcs11, provider);
    }
}
