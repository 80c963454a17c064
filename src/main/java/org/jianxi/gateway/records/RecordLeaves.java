package org.jianxi.gateway.records;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.forms.RecordJson;
import org.jianxi.gateway.signing.SaltedLeaf;

/** One salted leaf for a record: its path is {@code /records/<number>}, its value the record's canonical JSON. */
record RecordLeaves(SecureRandom random) {

    private static final int SALT = 32;

    SaltedLeaf salt(CanonicalRecord content) {
        var value = RecordJson.text(content);
        return SaltedLeaf.salting(path(content.number()), value, random);
    }

    /** What is sealed: the salt's 32 digits, then the value. */
    static byte[] bytes(SaltedLeaf leaf) {
        return (leaf.salt() + leaf.value()).getBytes(StandardCharsets.UTF_8);
    }

    static SaltedLeaf read(long number, byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        return new SaltedLeaf(path(number), text.substring(SALT), text.substring(0, SALT));
    }

    private static String path(long number) {
        return "/records/" + number;
    }
}
