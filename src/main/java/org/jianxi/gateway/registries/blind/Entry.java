package org.jianxi.gateway.registries.blind;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One row of a registry as the person's key lets it be read. Sealed it has 38 bytes whatever it says: a tag, and the content under
 * a stream that no other entry uses.
 *
 * @param nameToken see {@link PersonKey#nameToken}
 * @param category a number of {@link SealedWords}, from 1; 0 is none
 * @param wordKey opens that category's words
 */
record Entry(long nameToken, int category, byte[] wordKey) {

    /** Sealed, in bytes. */
    static final int LENGTH = EntryTag.LENGTH + Long.BYTES + Short.BYTES + SealedWords.KEY;

    static EntryTag tag(PersonKey person, int occurrence) {
        var stream = ByteBuffer.wrap(person.stream(occurrence));
        return new EntryTag(stream.getLong(), stream.getInt());
    }

    byte[] sealed(PersonKey person, int occurrence) {
        var content = ByteBuffer.allocate(LENGTH)
                .position(EntryTag.LENGTH)
                .putLong(nameToken)
                .putShort((short) category)
                .put(wordKey)
                .array();
        return masked(content, person.stream(occurrence));
    }

    /** @param sealed one whose tag is this person's at this occurrence */
    static Entry opened(byte[] sealed, PersonKey person, int occurrence) {
        var content = ByteBuffer.wrap(masked(sealed, person.stream(occurrence))).position(EntryTag.LENGTH);
        var token = content.getLong();
        var category = Short.toUnsignedInt(content.getShort());
        return new Entry(token, category, Arrays.copyOfRange(content.array(), content.position(), LENGTH));
    }

    private static byte[] masked(byte[] content, byte[] stream) {
        var masked = new byte[LENGTH];
        for (var at = 0; at < LENGTH; at++) {
            masked[at] = (byte) (content[at] ^ stream[at]);
        }
        return masked;
    }
}
