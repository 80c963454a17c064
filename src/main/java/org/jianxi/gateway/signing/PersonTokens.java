package org.jianxi.gateway.signing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Tells whether two records are of one person without keeping the number: HMAC-SM3 under a key that no database holds. Without the key
 * the few thousand million numbers there can be cannot be tried. For one thread.
 */
public final class PersonTokens {

    /** Of the token of a person or a record. */
    public static final int BYTES = KeyedHash.BYTES;

    /** That many first bytes of a person's token stand in a registry's snapshot. */
    public static final int IN_SNAPSHOT = 16;

    /** Of the token of a name. */
    public static final int NAME_BYTES = 6;

    static final int KEY_BYTES = 32;

    private static final byte OF_NUMBER = 1;
    private static final byte OF_NAME = 2;
    private static final byte OF_RECORD = 3;

    private final KeyedHash hash;

    public PersonTokens(KeyedHash hash) {
        this.hash = hash;
    }

    /** @param number a citizen's, 18 characters; @return 32 bytes */
    public byte[] ofNumber(String number) {
        return hash.of(message(OF_NUMBER, List.of(number)));
    }

    /**
     * Bound to the number, so that two people of one name have nothing in common. A number has 18 characters always, so the two
     * cannot run into one another.
     *
     * @param comparable the name in the form in which all its writings are equal
     * @return 6 bytes
     */
    public byte[] ofName(String number, String comparable) {
        return Arrays.copyOf(hash.of(message(OF_NAME, List.of(number + comparable))), NAME_BYTES);
    }

    /**
     * Of what tells one record from another.
     *
     * @param parts such as dataset, sender and key fields; none holds a zero character
     * @return 32 bytes
     */
    public byte[] ofRecord(List<String> parts) {
        return hash.of(message(OF_RECORD, parts));
    }

    private static byte[] message(byte kind, List<String> parts) {
        var message = new ByteArrayOutputStream();
        message.write(kind);
        message.writeBytes(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
        return message.toByteArray();
    }

    @Override
    public String toString() {
        return "PersonTokens";
    }
}
