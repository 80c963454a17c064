package org.jianxi.gateway.suggest;

import org.jianxi.gateway.canonical.Bilingual;

/**
 * Why a slot may be a target.
 *
 * @param score 0 to 1
 */
record Evidence(double score, Bilingual reason) {

    static final Evidence NONE = new Evidence(0, new Bilingual("没有依据", "nothing speaks for it"));

    static Evidence of(double score, String zh, String en) {
        return new Evidence(score, new Bilingual(zh, en));
    }

    Evidence orBetter(Evidence other) {
        return other.score > score ? other : this;
    }

    Evidence times(double factor) {
        return new Evidence(score * factor, reason);
    }

    /** The same guess, more or less likely for a second reason. */
    Evidence and(double more, String zh, String en) {
        return new Evidence(
                Math.clamp(score + more, 0, 1), new Bilingual(reason.zh() + "，" + zh, reason.en() + ", " + en));
    }
}
