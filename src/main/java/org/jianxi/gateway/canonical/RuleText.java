package org.jianxi.gateway.canonical;

/**
 * What a rule says of itself.
 *
 * @param id stands on the wire and never changes
 * @param title what the rule demands
 * @param clause what it rests on
 */
public record RuleText(String id, Bilingual title, String clause) {

    public static RuleText of(String id, String zh, String en, String clause) {
        return new RuleText(id, new Bilingual(zh, en), clause);
    }

    /** Of a rule that no clause of the notice speaks of: our own rule book does. */
    public static RuleText ours(String id, String zh, String en) {
        return of(id, zh, en, "docs/rules.md " + id);
    }
}
