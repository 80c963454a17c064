package org.jianxi.gateway.flow;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The gateway's own key. Without a key store a development authority makes one under {@code var/keys}.
 *
 * @param keyStore PKCS#12 from an approved authority
 * @param passwordFile a file whose first line is its password
 */
@ConfigurationProperties("jianxi.signing")
public record SigningSettings(
        @Nullable Path keyStore, @Nullable Path passwordFile) {}
