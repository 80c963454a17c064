package org.jianxi.gateway.forms;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The codes a field may have. */
public sealed interface CodeList {

    List<Code> codes();

    /** Whether the canonical form may carry this code. */
    default boolean allows(String code) {
        return codes().stream().anyMatch(one -> one.code().equals(code));
    }

    /** Codes of our own dictionary. */
    record Own(List<Code> codes) implements CodeList {
        public Own {
            codes = List.copyOf(codes);
        }
    }

    /**
     * A list of {@code schemas/codes/lists.yaml}, by a published standard.
     *
     * @param open the shape of further codes that are good too, where the table holds the standard's first level only
     */
    record Standard(String name, String standard, List<Code> codes, Optional<Pattern> open) implements CodeList {
        public Standard {
            codes = List.copyOf(codes);
        }

        @Override
        public boolean allows(String code) {
            return CodeList.super.allows(code)
                    || open.filter(shape -> shape.matcher(code).matches()).isPresent();
        }
    }
}
