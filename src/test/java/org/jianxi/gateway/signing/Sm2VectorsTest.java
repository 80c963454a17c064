package org.jianxi.gateway.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public SM2 vectors: four right signatures and every known way to be wrong, bad keys included. */
class Sm2VectorsTest {

    @TestFactory
    Stream<DynamicTest> vectors() throws IOException {
        var vectors = JsonMapper.shared().readTree(Corpus.bytes("crypto/sm2/sm2_sign_verify.json"));
        return vectors.get("tests")
                .valueStream()
                .map(vector -> DynamicTest.dynamicTest(
                        vector.get("tcId").asString() + " "
                                + vector.get("comment").asString(),
                        () -> assertThat(isValid(vector))
                                .isEqualTo(vector.get("result").asString().equals("valid"))));
    }

    private static boolean isValid(JsonNode vector) {
        try {
            var key = new Sm2VerifyingKey(Sm2.publicKey(bytes(vector, "publicKey")), bytes(vector, "uid"));
            return key.verifies(bytes(vector, "msg"), bytes(vector, "sig"));
        } catch (IllegalArgumentException badKey) {
            return false;
        }
    }

    private static byte[] bytes(JsonNode vector, String name) {
        return HexFormat.of().parseHex(vector.get(name).asString());
    }
}
