package org.jianxi.gateway.registries.asking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.JsonText;
import org.jianxi.gateway.documents.StrictJson;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.registries.blind.Batch;
import org.jianxi.gateway.registries.blind.OwnerFile;
import org.jianxi.gateway.signing.BlindedText;
import tools.jackson.databind.JsonNode;

/**
 * A batch that may have been sent, with what opens its answer. On the disk before it is sent, so that after a kill the very same is
 * sent again and counts once.
 */
record PendingBatch(String session, int number, Batch.Query query, List<Item> items) {

    private static final String FILE = "pending.json";

    /** @param person empty for a point of nobody, which fills the batch */
    record Item(Optional<PersonToken> person, BlindedText blinded) {}

    PendingBatch {
        items = List.copyOf(items);
    }

    Batch batch() {
        return new Batch(
                session,
                number,
                query,
                items.stream().map(item -> item.blinded().point()).toList());
    }

    void writeTo(Path folder) throws IOException {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("session", session);
        tree.put("number", number);
        tree.put("purpose", query.purpose());
        tree.put("legalBasis", query.legalBasis());
        tree.put("items", items.stream().map(PendingBatch::tree).toList());
        new OwnerFile(folder.resolve(FILE)).write(JsonText.of(tree));
    }

    private static Map<String, String> tree(Item item) {
        var base64 = Base64.getEncoder();
        return Map.of(
                "person",
                item.person()
                        .map(person -> base64.encodeToString(person.bytes()))
                        .orElse(""),
                "factor",
                base64.encodeToString(item.blinded().factor()),
                "point",
                base64.encodeToString(item.blinded().point()));
    }

    static void doneIn(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    /** Throws {@link FileProblem} for a file that is not as it was written. */
    static Optional<PendingBatch> in(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var tree = StrictJson.parse(Files.readAllBytes(file));
            var items = new ArrayList<Item>();
            tree.path("items").forEach(item -> items.add(item(item)));
            var query = new Batch.Query(
                    tree.path("purpose").asString(""), tree.path("legalBasis").asString(""));
            return Optional.of(new PendingBatch(
                    tree.path("session").asString(""), tree.path("number").asInt(0), query, items));
        } catch (UnreadableDocument | IllegalArgumentException changed) {
            throw new FileProblem(file.toString(), 0, "is not as it was written");
        }
    }

    private static Item item(JsonNode tree) {
        var person = bytes(tree, "person");
        return new Item(
                person.length == 0 ? Optional.empty() : Optional.of(PersonToken.of(person)),
                new BlindedText(bytes(tree, "factor"), bytes(tree, "point")));
    }

    private static byte[] bytes(JsonNode tree, String member) {
        return Base64.getDecoder().decode(tree.path(member).asString("?"));
    }
}
