package org.jianxi.gateway.suggest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.forms.ReturnForm;

/** Writes what was guessed about a monthly return as a mapping file. */
final class ReturnDraft {

    private static final Pattern STATED_UNIT = Pattern.compile("(千元|万元|元)");

    private final ReturnForm form;
    private final UnitNames units;
    private final Result result;
    private final Optional<TableLook> look;
    private final Optional<Map<String, String>> month;

    ReturnDraft(ReturnForm form, ReportingUnits units, ReturnSuggester.Found found) {
        this.form = form;
        this.units = new UnitNames(units);
        this.result = found.result();
        this.look = found.look();
        this.month = look.flatMap(this::monthInRow);
    }

    /** Where each row is a month, the column that says which; the row of the month delivered for is meant. */
    private Optional<Map<String, String>> monthInRow(TableLook table) {
        return table.columns().entrySet().stream()
                .filter(column -> result.sample().slots().stream()
                        .noneMatch(slot -> slot.words().containsKey("row")))
                .flatMap(column -> MonthInNames.ofRows(
                                Shape.of(table.values(column.getKey())).values())
                        .stream()
                        .map(open -> Map.of(column.getValue().getLast(), open)))
                .findFirst();
    }

    String write(String source) {
        var draft = new Draft(source, "monthly-return");
        draft.line("form", form.id());
        result.sample().words().forEach(draft::line);
        if (isTyped()) {
            draft.line("numbers", "typed");
        }
        look.flatMap(this::row).ifPresent(row -> draft.line("row", row));
        draft.line("sender", sender(), why(ReturnTargets.SENDER));
        draft.line(
                "period",
                period(),
                month.isPresent()
                        ? "每行一个月，取所报月份的一行 · a row for each month: that of the month delivered for"
                        : why(ReturnTargets.PERIOD));
        draft.open("figures");
        for (var indicator : form.indicators()) {
            var id = Integer.toString(indicator.number());
            result.guess(id)
                    .ifPresentOrElse(
                            guess -> draft.guess(
                                    id, figure(guess), guess, indicator.label().zh() + unitWhy(guess)),
                            () -> draft.unknown(
                                    id, nowhere(id), indicator.label().zh()));
        }
        draft.left(result.left());
        draft.notes(result.sample().notes());
        if (!RelationCheck.holds(form, result)) {
            draft.notes(List.of("样例按此读出后不满足表内关系，请核对 · read like this, the sample breaks the form's relations: check"));
        }
        return draft.toString();
    }

    private boolean isTyped() {
        return !result.sample().format().equals("xlsx")
                && result.guesses().stream()
                        .filter(guess -> guess.target().whole().isPresent()
                                || guess.target().id().matches("[0-9]+"))
                        .anyMatch(guess -> Shape.of(guess.slot().values()).isTyped());
    }

    private Optional<Object> row(TableLook table) {
        var tall =
                result.sample().slots().stream().anyMatch(slot -> slot.words().containsKey("row"));
        if (tall) {
            return table.of()
                    .map(owner -> Map.of("senderIn", table.path(owner.column()).getLast()));
        }
        if (month.isPresent()) {
            return Optional.empty();
        }
        if (table.totalRow() > 0) {
            return Optional.of(totals(table));
        }
        if (table.rows().size() < 2) {
            return Optional.empty();
        }
        return result.guess(ReturnTargets.SENDER)
                .filter(guess -> guess.slot().words().containsKey("from"))
                .map(guess -> Map.of("senderIn", guess.slot().words().get("from")));
    }

    private static Object totals(TableLook table) {
        for (var column : table.columns().keySet()) {
            var said = TableLook.label(table.table().text(table.totalRow(), column));
            if (!said.isEmpty()) {
                var total = new LinkedHashMap<String, Object>();
                total.put("total", said);
                total.put("in", String.join("/", table.path(column)));
                return total;
            }
        }
        return "total";
    }

    private Object sender() {
        var guess = result.guess(ReturnTargets.SENDER);
        if (guess.isEmpty()) {
            return "from-delivery";
        }
        var words = new LinkedHashMap<>(guess.get().slot().words());
        words.put("code", "senders");
        var codes = new TreeMap<String, Object>();
        for (var said : Shape.of(guess.get().slot().values()).distinct()) {
            if (units.plain(said).isEmpty()) {
                units.find(said).ifPresent(sender -> codes.put(TableLook.label(said), sender.code()));
            }
        }
        if (!codes.isEmpty()) {
            words.put("codes", codes);
        }
        return words;
    }

    private Object period() {
        var guess = result.guess(ReturnTargets.PERIOD).filter(any -> month.isEmpty());
        if (guess.isPresent()) {
            var words = new LinkedHashMap<>(guess.get().slot().words());
            words.put("as", PeriodWays.of(Shape.of(guess.get().slot().values())).orElse("yyyy-MM"));
            return words;
        }
        var title = look.map(TableLook::title).orElse(List.of());
        var way = PeriodWays.of(title.stream());
        if (way.isEmpty() || month.isPresent()) {
            return "from-delivery";
        }
        var words = new LinkedHashMap<String, Object>();
        words.put("at", "title");
        words.put("as", way.get());
        words.put("orElse", "delivery");
        return words;
    }

    private String why(String heading) {
        return result.guess(heading).map(Draft::why).orElse("");
    }

    private Object figure(Guess guess) {
        var words = new LinkedHashMap<>(guess.slot().words());
        month.ifPresent(row -> words.put("row", row));
        if (Shape.of(guess.slot().values()).hasChineseNumbers()) {
            words.put("numbers", "chinese");
        }
        if (isMoney(guess)) {
            var unit = unit(guess);
            if (!unit.equals("万元")) {
                words.put("unit", unit);
            }
        }
        return words.size() == 1 ? words.values().iterator().next() : words;
    }

    private boolean isMoney(Guess guess) {
        return form.indicator(Integer.parseInt(guess.target().id())).unit().isMoney();
    }

    private String unitWhy(Guess guess) {
        return isMoney(guess) ? "，单位按%s推测 in %s".formatted(stated(guess).isEmpty() ? "数量级" : "所注单位", unit(guess)) : "";
    }

    private String unit(Guess guess) {
        return stated(guess)
                .orElseGet(() -> MoneyGuess.unit(
                        RelationCheck.amount(guess), result.guess("13").flatMap(RelationCheck::amount)));
    }

    private static Optional<String> stated(Guess guess) {
        return guess.slot().labels().stream()
                .flatMap(label -> STATED_UNIT.matcher(label).results().map(one -> one.group(1)))
                .filter(unit -> guess.slot().labels().stream()
                        .anyMatch(label -> label.matches(".*[(（]" + unit + "[)）].*") || label.endsWith(unit)))
                .findFirst();
    }

    /** A place that no document has: the draft loads, and says of every return that this figure is missing. */
    private Object nowhere(String id) {
        return result.sample().isTable()
                ? "待定" + id
                : result.sample().format().equals("xml") ? "/待定/i" + id : "/待定/" + id;
    }
}
