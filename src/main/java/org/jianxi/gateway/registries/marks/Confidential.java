package org.jianxi.gateway.registries.marks;

/** Seals what people wrote about people. */
public interface Confidential {

    /** @param place where it will lie; it opens nowhere else */
    Sealed seal(String place, String words);

    /** Throws {@link IllegalStateException} when it was sealed for another place or was changed. */
    String open(String place, Sealed sealed);

    /** @param key id of the key */
    record Sealed(byte[] content, String key) {}
}
