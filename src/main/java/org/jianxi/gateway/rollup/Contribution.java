package org.jianxi.gateway.rollup;

import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.canonical.Sender;

/** One sender's accepted return with the evidence of where it came from. */
public record Contribution(MonthlyReturn content, Origin origin) {

    public Sender sender() {
        return content.sender();
    }
}
