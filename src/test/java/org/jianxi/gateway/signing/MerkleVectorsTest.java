package org.jianxi.gateway.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public proof vectors for RFC 9162, each a file, run with SHA-256 on the code that runs with SM3. */
class MerkleVectorsTest {

    private static final Path VECTORS = Path.of("merkle/transparency-dev/testdata");

    private final MerkleTree tree = new MerkleTree(HashFunction.SHA_256);

    @TestFactory
    Stream<DynamicTest> inclusion() throws IOException {
        return vectors(
                "inclusion",
                vector -> tree.shows(
                        new InclusionProof(number(vector, "leafIdx"), number(vector, "treeSize"), path(vector)),
                        bytes(vector, "leafHash"),
                        bytes(vector, "root")));
    }

    @TestFactory
    Stream<DynamicTest> consistency() throws IOException {
        return vectors(
                "consistency",
                vector -> tree.shows(
                        new ConsistencyProof(number(vector, "size1"), number(vector, "size2"), path(vector)),
                        bytes(vector, "root1"),
                        bytes(vector, "root2")));
    }

    @TestFactory
    Stream<DynamicTest> subtreeInclusion() throws IOException {
        return vectors(
                "subtreeinclusion",
                vector -> tree.shows(
                        new InclusionProof(number(vector, "leafIdx"), span(vector), path(vector)),
                        bytes(vector, "leafHash"),
                        bytes(vector, "root")));
    }

    @TestFactory
    Stream<DynamicTest> subtreeConsistency() throws IOException {
        return vectors(
                "subtreeconsistency",
                vector -> new ProofCheck(tree)
                        .consistency(
                                new ConsistencyProof(span(vector), number(vector, "size"), path(vector)),
                                bytes(vector, "root1"),
                                bytes(vector, "root2")));
    }

    private interface Verdict {
        boolean on(JsonNode vector);
    }

    private static Stream<DynamicTest> vectors(String kind, Verdict verdict) throws IOException {
        var folder = Corpus.folder(VECTORS.resolve(kind).toString());
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(folder.relativize(file).toString(), () -> {
                        var vector = JsonMapper.shared().readTree(Files.readAllBytes(file));
                        assertThat(verdict.on(vector))
                                .isEqualTo(!vector.get("wantErr").asBoolean());
                    }));
        }
    }

    private static Span span(JsonNode vector) {
        return new Span(number(vector, "start"), number(vector, "end"));
    }

    /** The vectors count to 2^64; beyond 2^63 ours are negative, as any nonsense may be. */
    private static long number(JsonNode vector, String name) {
        return new BigInteger(vector.get(name).asString()).longValue();
    }

    private static List<byte[]> path(JsonNode vector) {
        return vector.get("proof")
                .valueStream()
                .map(hash -> Base64.getDecoder().decode(hash.asString()))
                .toList();
    }

    private static byte[] bytes(JsonNode vector, String name) {
        return Base64.getDecoder().decode(vector.get(name).asString());
    }
}
