package org.jianxi.gateway.canonical;

/** A rule that stands in code, as the rule book (docs/rules.md) prints it. Its id stands on the wire and never changes. */
public interface StatedRule {

    String id();

    /** What the rule demands. */
    Bilingual title();

    /** The clause it rests on, or our own rule book where the notice is silent. */
    String clause();

    default Severity severity() {
        return Severity.ERROR;
    }
}
