package org.jianxi.gateway.registries.extracts;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.AddressReader;
import org.jianxi.gateway.mapping.notation.Characters;
import org.jianxi.gateway.mapping.notation.Words;

/**
 * Where a word of the registry stands and what it means in ours.
 *
 * @param from the column; empty where all rows say the same
 * @param fixed what they say then
 * @param codes ours by the registry's word, as labels are compared
 * @param others what a word means that is not there
 */
record WordRule(Optional<Address.Column> from, String fixed, Map<String, String> codes, Others others) {

    static final WordRule NOTHING = fixed("");

    enum Others {
        STAY_AS_THEY_ARE,
        MEAN_NOTHING
    }

    WordRule {
        codes = Map.copyOf(codes);
    }

    static WordRule fixed(String word) {
        return new WordRule(Optional.empty(), word, Map.of(), Others.STAY_AS_THEY_ARE);
    }

    static WordRule read(Words words, AddressReader addresses, Others others) {
        var codes = new HashMap<String, String>();
        words.meanings("codes").forEach(code -> codes.put(Characters.label(code.name()), code.text()));
        return words.find("const")
                .map(word -> fixed(word.text()))
                .orElseGet(() -> new WordRule(Optional.of(addresses.column(words.at("from"))), "", codes, others));
    }

    Stream<Address.Column> columns() {
        return from.stream();
    }

    String in(ExtractRow row) throws RefusedExtract {
        if (from.isEmpty()) {
            return fixed;
        }
        var said = row.text(from.get()).strip();
        var code = codes.get(Characters.label(said));
        if (code != null) {
            return code;
        }
        return others == Others.STAY_AS_THEY_ARE ? said : "";
    }
}
