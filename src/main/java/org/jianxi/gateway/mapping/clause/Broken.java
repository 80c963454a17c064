package org.jianxi.gateway.mapping.clause;

import org.jianxi.gateway.canonical.Bilingual;

/**
 * A clause that a record does not keep.
 *
 * @param field whose value is to be looked at first
 * @param why said after the field's label; holds no value, for all of them are a person's
 */
public record Broken(ClauseRule rule, String field, Bilingual why) {

    static Broken of(ClauseRule rule, String field, String zh, String en) {
        return new Broken(rule, field, new Bilingual(zh, en));
    }
}
