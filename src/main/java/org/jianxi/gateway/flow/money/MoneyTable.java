package org.jianxi.gateway.flow.money;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.entitlement.Amounts;
import org.jianxi.gateway.entitlement.MonthLine;
import org.jianxi.gateway.entitlement.Yuan;
import org.jianxi.gateway.filing.SafeTable;

/** The money as tables for a spreadsheet: CSV with a byte order mark, amounts in yuan. */
public final class MoneyTable {

    private static final List<String> AMOUNTS = Stream.of("entitled", "claimed", "paid")
            .flatMap(word ->
                    Stream.of("Monthly", "Remainder", "Difference", "Outside").map(kind -> word + kind))
            .toList();

    private MoneyTable() {}

    /** A line for each unit and month. */
    public static byte[] of(SenderMoney money) {
        var header = new ArrayList<>(List.of("uscc", "name", "month"));
        header.addAll(AMOUNTS);
        header.add("difference");
        return SafeTable.write(
                header,
                money.entitlements().units().stream()
                        .flatMap(unit -> unit.months().entrySet().stream()
                                .map(month -> line(money.name(unit.unit()), month.getKey(), month.getValue()))));
    }

    private static List<String> line(SenderMoney.UnitName name, Period month, MonthLine line) {
        var cells = new ArrayList<>(List.of(name.creditCode(), name.name(), month.toString()));
        cells.addAll(line.ruled() ? amounts(line.entitled()) : List.of("", "", "", ""));
        cells.addAll(amounts(line.claimed()));
        cells.addAll(amounts(line.paid()));
        cells.add(line.difference().map(Yuan::of).orElse(""));
        return cells;
    }

    private static List<String> amounts(Amounts amounts) {
        return Stream.of(amounts.monthly(), amounts.remainder(), amounts.difference(), amounts.outside())
                .map(Yuan::of)
                .toList();
    }

    /** A line for each sender, since January; blank where it delivered no records or no return. */
    public static byte[] of(Collection<MoneySummary> summaries) {
        var header = List.of(
                "sender", "name", "entitled", "claimed", "paid", "difference", "ceiling", "indicator14", "questions");
        return SafeTable.write(header, summaries.stream().map(MoneyTable::line));
    }

    private static List<String> line(MoneySummary one) {
        var cells =
                new ArrayList<>(List.of(one.unit().sender().code(), one.unit().name()));
        cells.addAll(one.known()
                .map(known -> Stream.of(
                                known.year().entitled().total(),
                                known.year().claimed().total(),
                                known.year().paid().total(),
                                known.year().entitled().total()
                                        - known.year().paid().total(),
                                known.ceiling().total())
                        .map(Yuan::of)
                        .toList())
                .orElse(List.of("", "", "", "", "")));
        cells.add(one.reported().map(Yuan::of).orElse(""));
        cells.add(one.known().map(known -> Long.toString(known.questions())).orElse(""));
        return cells;
    }
}
