package org.jianxi.gateway.forms;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Explanation;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;

/** Returns for tests: the contract's example, which keeps every rule, and forms with a digest that says nothing. */
public final class Returns {

    public static final ReturnForms FORMS = ReturnForms.load(Path.of(""), Returns::anyDigest);
    public static final ReturnForms LATER =
            ReturnForms.load(Path.of("src/test/resources/editions"), Returns::anyDigest);
    public static final ReturnForm FORM = FORMS.find("MOHRSS-2023").orElseThrow();
    public static final ReturnForm FIFTEEN = LATER.find("MOHRSS-2027").orElseThrow();

    private Returns() {}

    /** The figures of the contract's example, money in the smallest part. */
    public static Figures figures() {
        var amounts = new TreeMap<Integer, Long>(
                Map.of(1, 812L, 2, 14L, 3, 5630L, 4, 420L, 5, 900L, 6, 640L, 7, 512L, 8, 410L, 9, 233L, 10, 190L));
        amounts.putAll(Map.of(11, 96L, 12, 21L, 13, 3127L, 14, 1_873_500_000L));
        return Figures.of(amounts);
    }

    public static MonthlyReturn june() {
        return new MonthlyReturn(
                "MOHRSS-2023",
                Period.of("2023-06"),
                new Sender("530100"),
                1,
                figures(),
                List.of(new Explanation("B-13", "上月更正")));
    }

    private static Digest anyDigest(byte[] bytes) {
        return new Digest("%064x".formatted(bytes.length));
    }
}
