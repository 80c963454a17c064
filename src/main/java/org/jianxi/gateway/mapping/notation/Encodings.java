package org.jianxi.gateway.mapping.notation;

import java.nio.charset.Charset;
import java.util.Optional;

/** Reads the word {@code encoding}. */
public final class Encodings {

    private Encodings() {}

    /** Empty where the mapping does not say. GBK is read as GB18030, which it is a part of. */
    public static Optional<Charset> agreed(Words root) {
        return root.find("encoding")
                .map(Words::text)
                .map(name -> Charset.forName(name.equals("UTF-8") ? name : "GB18030"));
    }
}
