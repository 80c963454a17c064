package org.jianxi.gateway.signing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jianxi.gateway.canonical.Digest;

/**
 * The keys that records of people are kept under: {@code seal-1.key}, {@code seal-2.key} … of which the newest seals and all open, and
 * {@code token.key}, which stays as it is, or nobody would be found again. They lie in a folder of their own beside the signing keys,
 * never in the database, and are read once. Safe for many threads, and for two nodes that start on one folder.
 */
public final class PersonKeys {

    private static final String TOKEN = "token.key";

    private final PrivateFiles files;
    private final SecureRandom random;
    private final byte[] token;
    private final NavigableMap<Integer, Sealing> seals = new ConcurrentSkipListMap<>();

    private record Sealing(PersonSeal seal, Digest fingerprint) {}

    private PersonKeys(PrivateFiles files, SecureRandom random) {
        this.files = files;
        this.random = random;
        this.token = read(TOKEN);
        readNew();
    }

    /** Makes the folder and first keys where there are none. Throws {@link KeyProblem} when a file cannot be used. */
    public static PersonKeys in(Path folder, SecureRandom random) {
        var files = PrivateFiles.in(folder);
        // the key of tokens is always made first: asked in this order, another node at work cannot be mistaken for a
        // loss
        var isSealed = files.has(nameOf(1));
        if (!files.has(TOKEN)) {
            if (isSealed) {
                throw new KeyProblem(files.at(TOKEN) + " is gone: without it nobody is found again; put it back");
            }
            files.writeNew(TOKEN, fresh(PersonTokens.KEY_BYTES, random));
        }
        if (!isSealed) {
            files.writeNew(nameOf(1), fresh(PersonSeal.KEY_BYTES, random));
        }
        return new PersonKeys(files, random);
    }

    /** Adds a key that seals from now on; what was sealed before opens as before. */
    public PersonSeal renew() {
        readNew();
        files.writeNew(nameOf(seals.lastKey() + 1), fresh(PersonSeal.KEY_BYTES, random));
        readNew();
        return current();
    }

    /** The one that seals now. */
    public PersonSeal current() {
        return seals.lastEntry().getValue().seal();
    }

    /** The one a row names, also where another node made it since. Throws {@link KeyProblem} when its file is not there. */
    public PersonSeal named(String keyId) {
        if (!keyId.matches("[1-9][0-9]{0,5}")) {
            throw new KeyProblem("No key of ours is called so");
        }
        var number = Integer.parseInt(keyId);
        if (!seals.containsKey(number)) {
            readNew();
        }
        var found = seals.get(number);
        if (found == null) {
            throw new KeyProblem(files.at(nameOf(number)) + " is not there: what it sealed does not open");
        }
        return found.seal();
    }

    /** For one thread. */
    public PersonTokens tokens() {
        return new PersonTokens(new KeyedHash(token));
    }

    /** SM3 of each key by its name, for telling whether two nodes hold the same; nothing of a key can be found from it. */
    public SortedMap<String, Digest> fingerprints() {
        var all = new TreeMap<String, Digest>();
        all.put("token", Sm3.of(token));
        seals.forEach((number, sealing) -> all.put("seal-" + number, sealing.fingerprint()));
        return all;
    }

    private synchronized void readNew() {
        for (var number = seals.isEmpty() ? 1 : seals.lastKey() + 1; files.has(nameOf(number)); number++) {
            var key = read(nameOf(number));
            seals.put(number, new Sealing(new PersonSeal(Integer.toString(number), key, random), Sm3.of(key)));
        }
    }

    private static String nameOf(int number) {
        return "seal-" + number + ".key";
    }

    private static byte[] fresh(int bytes, SecureRandom random) {
        var key = new byte[bytes];
        random.nextBytes(key);
        return HexFormat.of().formatHex(key).getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] read(String name) {
        try {
            return HexFormat.of().parseHex(new String(files.read(name), StandardCharsets.US_ASCII).strip());
        } catch (IllegalArgumentException damaged) {
            throw new KeyProblem(files.at(name) + " holds no key");
        }
    }
}
