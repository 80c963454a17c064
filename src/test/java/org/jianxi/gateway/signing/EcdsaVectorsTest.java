package org.jianxi.gateway.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import java.util.TreeSet;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The public ECDSA vectors of Wycheproof (P-256, SHA-256), on the key that senders without SM2 use. */
class EcdsaVectorsTest {

    private static final HexFormat HEX = HexFormat.of();

    @Test
    void everyVectorIsAnsweredRightly() throws IOException {
        var vectors = JsonMapper.shared().readTree(Corpus.bytes("crypto/wycheproof/ecdsa_secp256r1_sha256_test.json"));
        var wrong = new TreeSet<Integer>();
        var seen = 0;
        for (var group : vectors.get("testGroups")) {
            var key = Sha256VerifyingKey.of(SubjectPublicKeyInfo.getInstance(
                    HEX.parseHex(group.get("publicKeyDer").asString())));
            for (var vector : group.get("tests")) {
                var message = HEX.parseHex(vector.get("msg").asString());
                var signature = HEX.parseHex(vector.get("sig").asString());
                seen++;
                if (key.verifies(message, signature)
                        != vector.get("result").asString().equals("valid")) {
                    wrong.add(vector.get("tcId").asInt());
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(seen).isGreaterThan(400);
    }
}
