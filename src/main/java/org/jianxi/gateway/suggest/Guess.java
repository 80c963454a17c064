package org.jianxi.gateway.suggest;

import org.jianxi.gateway.canonical.Bilingual;

/**
 * A target and the slot it is read from.
 *
 * @param confidence 0 to 1
 */
record Guess(Target target, Slot slot, double confidence, Bilingual reason) {

    String level() {
        return confidence >= 0.85 ? "高 high" : confidence >= 0.65 ? "中 fair" : "低 low";
    }
}
