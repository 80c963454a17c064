package org.jianxi.gateway.signing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The keys that records of people are kept under: {@code seal-1.key}, {@code seal-2.key} … of which the newest seals and all open, and
 * {@code token.key}, which stays as it is, or nobody would be found again. They lie in a folder of their own beside the signing keys,
 * never in the database.
 */
public final class PersonKeys {

    private static final String TOKEN = "token.key";

    private final PrivateFiles files;
    private final SecureRandom random;

    private PersonKeys(PrivateFiles files, SecureRandom random) {
        this.files = files;
        this.random = random;
    }

    /** Makes the folder and first keys where there are none. Throws {@link KeyProblem} when a file cannot be used. */
    public static PersonKeys in(Path folder, SecureRandom random) {
        var keys = new PersonKeys(PrivateFiles.in(folder), random);
        keys.makeMissing();
        return keys;
    }

    private void makeMissing() {
        if (!files.has(TOKEN)) {
            if (files.has(nameOf(1))) {
                throw new KeyProblem(files.at(TOKEN) + " is gone: without it nobody is found again; put it back");
            }
            write(TOKEN, PersonTokens.KEY_BYTES);
        }
        if (!files.has(nameOf(1))) {
            write(nameOf(1), PersonSeal.KEY_BYTES);
        }
    }

    /** Adds a key that seals from now on; what was sealed before opens as before. */
    public PersonSeal renew() {
        write(nameOf(newest() + 1), PersonSeal.KEY_BYTES);
        return current();
    }

    /** The one that seals now. */
    public PersonSeal current() {
        return numbered(newest());
    }

    /** The one a row names. Throws {@link KeyProblem} when its file is not there. */
    public PersonSeal named(String keyId) {
        if (!keyId.matches("[1-9][0-9]{0,5}")) {
            throw new KeyProblem("No key of ours is called so");
        }
        return numbered(Integer.parseInt(keyId));
    }

    public PersonTokens tokens() {
        return new PersonTokens(read(TOKEN));
    }

    private PersonSeal numbered(int number) {
        return new PersonSeal(Integer.toString(number), read(nameOf(number)), random);
    }

    private int newest() {
        var number = 1;
        while (files.has(nameOf(number + 1))) {
            number++;
        }
        return number;
    }

    private static String nameOf(int number) {
        return "seal-" + number + ".key";
    }

    private void write(String name, int bytes) {
        var key = new byte[bytes];
        random.nextBytes(key);
        files.write(name, HexFormat.of().formatHex(key).getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] read(String name) {
        try {
            return HexFormat.of().parseHex(new String(files.read(name), StandardCharsets.US_ASCII).strip());
        } catch (IllegalArgumentException damaged) {
            throw new KeyProblem(files.at(name) + " holds no key");
        }
    }
}
