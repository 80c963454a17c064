package org.jianxi.gateway.signing;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** An authority for one test, in the test's own folder, at the moment the return of June 2023 is due. */
final class TestKeys {

    static final Instant NOW = Instant.parse("2023-07-04T08:00:00Z");

    private TestKeys() {}

    static DevelopmentAuthority authority(Path folder) {
        return DevelopmentAuthority.create(
                folder.resolve("keys"), Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom());
    }
}
