package org.jianxi.gateway.records;

import java.util.HexFormat;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;

/**
 * A person of ours as tokens.
 *
 * @param person of the citizen's number; its first 16 bytes are the token in a registry's snapshot
 * @param name of number and name, 6 bytes in hexadecimal; empty where only the number is known
 */
public record PersonOfRecord(Digest person, Optional<String> name) {

    public Optional<byte[]> nameBytes() {
        return name.map(HexFormat.of()::parseHex);
    }

    @Override
    public String toString() {
        return "PersonOfRecord";
    }
}
