package org.jianxi.gateway.flow.people;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import org.jianxi.gateway.canonical.Delivers;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.records.RecordStore;
import org.jianxi.gateway.signing.CanonicalBytes;
import org.jianxi.gateway.signing.SaltedLeaves;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is signed of an accepted batch: whose it is, how many records it has and the root over them, and nobody's name. Its canonical
 * JSON keeps {@code schemas/record-manifest.schema.json}.
 *
 * @param records how many there are, those that call a record gone among them
 * @param setAside how many records of the document were left out
 * @param delivers what the batch says about the records that stand
 * @param removed how many of its records call a record gone
 * @param root of the tree over the records' salted leaves, in their order
 */
public record Manifest(
        String dataset,
        Sender sender,
        Period period,
        int revision,
        long records,
        long setAside,
        Delivers delivers,
        long removed,
        Digest root) {

    static Manifest of(BatchRead batch, int revision, RecordStore.Kept kept) {
        return new Manifest(
                batch.dataset().id(),
                batch.sender().orElseThrow(),
                batch.period().orElseThrow(),
                revision,
                kept.count(),
                batch.aside().cardinality(),
                batch.paper().delivers(),
                kept.removed(),
                kept.root());
    }

    /** What {@link #bytes} wrote. */
    public static Manifest read(byte[] bytes) {
        var tree = JsonMapper.shared().readTree(new String(bytes, StandardCharsets.UTF_8));
        return new Manifest(
                tree.path("dataset").asString(),
                new Sender(tree.path("sender").asString()),
                Period.of(tree.path("period").asString()),
                tree.path("revision").asInt(),
                tree.path("records").asLong(),
                tree.path("setAside").asLong(),
                Delivers.named(tree.path("delivers").asString("month")),
                tree.path("removed").asLong(0),
                new Digest(tree.path("root").asString()));
    }

    public byte[] bytes() {
        var members = new LinkedHashMap<String, Object>();
        members.put("manifest", 1L);
        members.put("dataset", dataset);
        members.put("sender", sender.code());
        members.put("period", period.toString());
        members.put("revision", (long) revision);
        members.put("records", records);
        members.put("setAside", setAside);
        members.put("root", root.hex());
        // a batch of a month says neither, as before there was anything else
        if (delivers != Delivers.MONTH) {
            members.put("delivers", delivers.wireName());
            members.put("removed", removed);
        }
        return CanonicalBytes.of(members);
    }

    /** The submission's own leaves, which are what its entry and receipt speak of. */
    public SaltedLeaves leaves(SecureRandom random) {
        var values = new LinkedHashMap<String, String>();
        values.put("/dataset", dataset);
        values.put("/period", period.toString());
        values.put("/sender", sender.code());
        values.put("/revision", Integer.toString(revision));
        values.put("/records", Long.toString(records));
        values.put("/setAside", Long.toString(setAside));
        values.put("/root", root.hex());
        if (delivers != Delivers.MONTH) {
            values.put("/delivers", delivers.wireName());
            values.put("/removed", Long.toString(removed));
        }
        return SaltedLeaves.salting(values, random);
    }
}
