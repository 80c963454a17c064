package org.jianxi.gateway.registries.marks;

import java.nio.charset.StandardCharsets;
import org.jianxi.gateway.signing.PersonKeys;

/** Seals under the keys that records of people are kept under. */
public record PersonalWords(PersonKeys keys) implements Confidential {

    @Override
    public Sealed seal(String place, String words) {
        var seal = keys.current();
        return new Sealed(seal.seal(words.getBytes(StandardCharsets.UTF_8), place), seal.keyId());
    }

    @Override
    public String open(String place, Sealed sealed) {
        return new String(keys.named(sealed.key()).open(sealed.content(), place), StandardCharsets.UTF_8);
    }
}
