package org.jianxi.gateway.commitment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.signing.CanonicalBytes;
import org.jianxi.gateway.signing.Sm3;

/**
 * What a sender binds itself to: so many records, under this root, counted by these definitions.
 *
 * @param definitions SM3 of the file that says how the figures follow from records
 * @param records how many leaves the tree has
 * @param root of the RFC 9162 tree over SM3
 */
public record RecordCommitment(
        Sender sender, Period period, String form, Digest definitions, long records, Digest root) {

    /** What is filed: SM3 of the canonical JSON of {@link #statement}, so that no member of it can be exchanged. */
    public Digest digest() {
        return Sm3.of(CanonicalBytes.of(statement()));
    }

    /** Everything but the digest, as it stands in a proof. */
    public Map<String, Object> statement() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("sender", sender.code());
        tree.put("period", period.toString());
        tree.put("form", form);
        tree.put("definitions", definitions.hex());
        tree.put("records", records);
        tree.put("root", root.hex());
        return tree;
    }
}
