package org.jianxi.gateway.canonical;

import java.util.Optional;
import java.util.stream.Stream;

/** What a return's figures were made from: the dictionary's field 数据来源 of the monthly return. Its names are the codes. */
public enum DerivedFrom {
    /** 实名汇总: counted from records of units, posts and people. */
    RECORDS,
    /** 手工填报. */
    MANUAL,
    /** 部分实名. */
    MIXED;

    public static Optional<DerivedFrom> coded(String code) {
        return Stream.of(values()).filter(one -> one.name().equals(code)).findFirst();
    }
}
