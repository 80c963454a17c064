package org.jianxi.gateway.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What is somebody's is sealed under SM4-GCM and found by HMAC-SM3, and both keys lie in files of their own. */
class PersonKeysTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] PLAIN = "一个人".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void everyPublicVectorOfSm4GcmIsAnsweredRightly() throws IOException {
        var vectors = JsonMapper.shared().readTree(Corpus.bytes("crypto/wycheproof/sm4_gcm_test.json"));
        var wrong = new TreeSet<Integer>();
        var seen = 0;
        for (var group : vectors.get("testGroups")) {
            for (var vector : group.get("tests")) {
                var seal = new PersonSeal("1", HEX.parseHex(vector.get("key").asString()), new SecureRandom());
                var content = HEX.parseHex(
                        vector.get("ct").asString() + vector.get("tag").asString());
                seen++;
                var opened = opens(
                        seal,
                        HEX.parseHex(vector.get("iv").asString()),
                        content,
                        HEX.parseHex(vector.get("aad").asString()),
                        HEX.parseHex(vector.get("msg").asString()));
                if (opened != vector.get("result").asString().equals("valid")) {
                    wrong.add(vector.get("tcId").asInt());
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(seen).isGreaterThan(100);
    }

    @Test
    void everyPublicVectorOfHmacSm3IsAnsweredRightly() throws IOException {
        var vectors = JsonMapper.shared().readTree(Corpus.bytes("crypto/wycheproof/hmac_sm3_test.json"));
        var wrong = new TreeSet<Integer>();
        var seen = 0;
        for (var group : vectors.get("testGroups")) {
            for (var vector : group.get("tests")) {
                var key = HEX.parseHex(vector.get("key").asString());
                if (key.length < PersonTokens.KEY_BYTES) {
                    continue;
                }
                seen++;
                var tag = HEX.parseHex(vector.get("tag").asString());
                var made = new KeyedHash(key).of(HEX.parseHex(vector.get("msg").asString()));
                if (Arrays.equals(Arrays.copyOf(made, tag.length), tag)
                        != vector.get("result").asString().equals("valid")) {
                    wrong.add(vector.get("tcId").asInt());
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(seen).isGreaterThan(50);
    }

    @Test
    void whatWasSealedOpensInItsOwnPlaceOnly() {
        var seal = PersonKeys.in(folder, new SecureRandom()).current();

        var sealed = seal.seal(PLAIN, "record/1/content");

        assertThat(seal.open(sealed, "record/1/content")).isEqualTo(PLAIN);
        assertThatThrownBy(() -> seal.open(sealed, "record/2/content")).isInstanceOf(KeyProblem.class);
    }

    @Test
    void oneChangedBitOpensNothing() {
        var seal = PersonKeys.in(folder, new SecureRandom()).current();
        var sealed = seal.seal(PLAIN, "here");

        for (var at = 0; at < sealed.length; at++) {
            var changed = sealed.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> seal.open(changed, "here")).isInstanceOf(KeyProblem.class);
        }
        assertThatThrownBy(() -> seal.open(Arrays.copyOf(sealed, 20), "here")).isInstanceOf(KeyProblem.class);
    }

    @Test
    void theSameValueIsSealedDifferentlyEachTimeAndHasOneToken() {
        var keys = PersonKeys.in(folder, new SecureRandom());

        assertThat(keys.current().seal(PLAIN, "here"))
                .isNotEqualTo(keys.current().seal(PLAIN, "here"));
        assertThat(keys.tokens().ofNumber("X")).isEqualTo(keys.tokens().ofNumber("X"));
        assertThat(keys.tokens().ofNumber("X")).isNotEqualTo(keys.tokens().ofRecord(List.of("X")));
        assertThat(keys.tokens().ofName("X", "张"))
                .hasSize(PersonTokens.NAME_BYTES)
                .isNotEqualTo(keys.tokens().ofName("Y", "张"));
    }

    @Test
    void aNewKeySealsAndTheOldOneStillOpens() {
        var keys = PersonKeys.in(folder, new SecureRandom());
        var sealed = keys.current().seal(PLAIN, "here");

        assertThat(keys.renew().keyId()).isEqualTo("2");
        var again = PersonKeys.in(folder, new SecureRandom());
        assertThat(again.current().keyId()).isEqualTo("2");
        assertThat(again.named("1").open(sealed, "here")).isEqualTo(PLAIN);
        assertThat(again.tokens().ofNumber("a")).isEqualTo(keys.tokens().ofNumber("a"));
    }

    @Test
    void filesAreTheOwnersAloneAndNothingShowsAKey() throws IOException {
        var keys = PersonKeys.in(folder, new SecureRandom());
        var file = folder.resolve("seal-1.key");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(keys.current().toString() + keys.tokens()).doesNotContain(Files.readString(file));
    }

    @Test
    void nodesThatStartAtOnceOnOneFolderHaveTheSameKeys() {
        var seen = new ConcurrentSkipListSet<String>();
        try (var nodes = Executors.newFixedThreadPool(8)) {
            for (var node = 0; node < 8; node++) {
                nodes.submit(() -> seen.add(
                        PersonKeys.in(folder, new SecureRandom()).fingerprints().toString()));
            }
        }

        assertThat(seen).hasSize(1);
    }

    @Test
    void aKeyThatAnotherNodeAddedOpensHereWithoutARestart() {
        var here = PersonKeys.in(folder, new SecureRandom());
        var sealed = PersonKeys.in(folder, new SecureRandom()).renew().seal(PLAIN, "here");

        assertThat(here.named("2").open(sealed, "here")).isEqualTo(PLAIN);
        assertThatThrownBy(() -> here.named("3")).hasMessageContaining("seal-3.key");
    }

    @Test
    void aLostTokenKeyIsNotMadeAnew() throws IOException {
        PersonKeys.in(folder, new SecureRandom());
        Files.delete(folder.resolve("token.key"));

        assertThatThrownBy(() -> PersonKeys.in(folder, new SecureRandom())).hasMessageContaining("put it back");
    }

    private static boolean opens(PersonSeal seal, byte[] nonce, byte[] content, byte[] bound, byte[] expected) {
        try {
            return Arrays.equals(seal.open(nonce, content, bound), expected);
        } catch (KeyProblem refused) {
            return false;
        }
    }
}
