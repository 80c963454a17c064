package org.jianxi.gateway.mapping.notation;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** The unit a source states money in; the form's own is 万元. */
public enum MoneyUnit {
    FEN("分", 6),
    JIAO("角", 5),
    YUAN("元", 4),
    THOUSAND_YUAN("千元", 1),
    TEN_THOUSAND_YUAN("万元", 0);

    private final String word;
    private final int decimalsBelow;

    MoneyUnit(String word, int decimalsBelow) {
        this.word = word;
        this.decimalsBelow = decimalsBelow;
    }

    public String word() {
        return word;
    }

    /** The same amount in 万元, exactly. */
    public BigDecimal inTenThousandYuan(BigDecimal value) {
        return value.movePointLeft(decimalsBelow);
    }

    /** The same amount in yuan, exactly. */
    public BigDecimal inYuan(BigDecimal value) {
        return value.movePointLeft(decimalsBelow - YUAN.decimalsBelow);
    }

    public static Optional<MoneyUnit> named(String word) {
        return Stream.of(values()).filter(unit -> unit.word.equals(word)).findFirst();
    }
}
