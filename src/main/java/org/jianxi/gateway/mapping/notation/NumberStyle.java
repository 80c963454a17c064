package org.jianxi.gateway.mapping.notation;

import java.util.Optional;
import java.util.stream.Stream;

/** How numbers are written in a source's text. The wire names stand in mapping files. */
public enum NumberStyle {
    /** By a program: ASCII digits, a point, nothing else. */
    PLAIN("plain"),
    /** By a person: thousands separators, full-width digits, {@code 118人}, and {@code —} or {@code /} for nothing. */
    TYPED("typed"),
    /** By a person who may write numbers in Chinese too: 十二, 壹仟伍佰元整, 1.2万. */
    CHINESE("chinese");

    private final String wireName;

    NumberStyle(String wireName) {
        this.wireName = wireName;
    }

    /** What a mapping says, else what its format usually holds: people fill in sheets. */
    public static NumberStyle read(Words root, Format format) {
        return named(root.text("numbers", format == Format.XLSX ? "typed" : "plain"))
                .orElseThrow(() -> root.at("numbers").problem("is no style of numbers"));
    }

    public static Optional<NumberStyle> named(String wireName) {
        return Stream.of(values())
                .filter(style -> style.wireName.equals(wireName))
                .findFirst();
    }
}
