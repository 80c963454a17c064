package org.jianxi.gateway.entitlement;

import java.math.BigDecimal;

/** Fen as people write them. */
public final class Yuan {

    private Yuan() {}

    /** With two decimals, without a unit: {@code 1500.00}. */
    public static String of(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
