package org.jianxi.gateway.mapping.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jianxi.gateway.mapping.notation.Encodings;
import org.jianxi.gateway.mapping.notation.Words;

/**
 * How a CSV file is written.
 *
 * @param comment lines beginning with this are no rows
 * @param trim whether blanks around a field are not part of it
 */
public record CsvDialect(Charset encoding, char separator, char quote, Optional<Character> comment, boolean trim) {

    public static CsvDialect read(Words root) {
        return new CsvDialect(
                Encodings.agreed(root).orElse(StandardCharsets.UTF_8),
                separator(root.text("separator", ",")),
                root.text("quote", "\"").charAt(0),
                root.find("comment").map(one -> one.text().charAt(0)),
                root.has("trim") && root.at("trim").node().asBoolean());
    }

    private static char separator(String written) {
        return written.equals("tab") ? '\t' : written.charAt(0);
    }
}
