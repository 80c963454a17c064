package org.jianxi.gateway.canonical;

/** A rule that stands in code, as the rule book (docs/rules.md) prints it. Its id stands on the wire and never changes. */
public interface StatedRule {

    RuleText text();

    default String id() {
        return text().id();
    }

    /** What the rule demands. */
    default Bilingual title() {
        return text().title();
    }

    /** The clause it rests on, or our own rule book where the notice is silent. */
    default String clause() {
        return text().clause();
    }

    default Severity severity() {
        return Severity.ERROR;
    }
}
