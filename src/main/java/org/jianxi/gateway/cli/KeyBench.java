package org.jianxi.gateway.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.KeptKey;

/** What the commands about keys work with. */
record KeyBench(Home home, Clock clock, SecureRandom random) {

    Instant now() {
        return clock.instant();
    }

    static Path keys(Path folder) {
        return folder.resolve("keys");
    }

    DevelopmentAuthority authority(Path folder) {
        return DevelopmentAuthority.find(keys(folder), clock, random)
                .orElseThrow(() -> new CannotBeDone(new Bilingual(
                        keys(folder) + " 里没有签发机构，请先运行 ./jianxi keys create",
                        "There is no authority in " + keys(folder) + "; run ./jianxi keys create first")));
    }

    static String names(List<KeptKey> keys) {
        return keys.stream()
                .filter(key -> !key.past())
                .map(key -> key.name() + " (" + key.serial() + ")")
                .collect(Collectors.joining(", "));
    }
}
