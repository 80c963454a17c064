package org.jianxi.gateway.suggest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.forms.CodeList;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.Field;
import org.jianxi.gateway.forms.FieldType;

/** Writes what was guessed about a record dataset as a mapping file. */
final class RecordDraft {

    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z]{1,2}");
    private static final int MOST_CODES = 12;

    private final Dataset dataset;
    private final Result result;
    private final Optional<RowWords> rowWords;

    RecordDraft(Dataset dataset, RecordSuggester.Found found) {
        this.dataset = dataset;
        this.result = found.result();
        this.rowWords = found.look().map(RowWords::new);
    }

    String write(String source) {
        var draft = new Draft(source, dataset.id());
        result.sample().words().forEach(draft::line);
        var rows = rows();
        if (!rows.isEmpty()) {
            draft.line("rows", rows, why(rows));
        }
        draft.open("fields");
        for (var guess : result.guesses()) {
            var field = guess.target().field().orElseThrow();
            draft.guess(
                    field.name(),
                    value(field, guess.slot()),
                    guess,
                    field.label().zh() + remark(field, guess.slot()));
        }
        draft.missing(result.missing());
        draft.left(result.left());
        draft.notes(result.sample().notes());
        return draft.toString();
    }

    private static String why(Map<String, Object> rows) {
        return Stream.of(
                        rows.containsKey("merged") ? "合并的单元格，其值适用于各行 · merged cells, meant for each row" : "",
                        rows.containsKey("where") ? "只有序号的行不算 · rows with nothing but a number do not count" : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("；"));
    }

    private Map<String, Object> rows() {
        var words = new LinkedHashMap<String, Object>();
        rowWords.map(RowWords::endings)
                .filter(endings -> !endings.isEmpty())
                .ifPresent(endings -> words.put("until", endings));
        rowWords.flatMap(RowWords::numberedOnly).ifPresent(any -> words.put("where", isFilledIn()));
        var merged = rowWords.map(RowWords::mergedColumns).orElse(Set.of());
        var placed = result.guesses().stream()
                .filter(guess -> !(guess.target().field().orElseThrow().type() instanceof FieldType.Money))
                .filter(guess -> !guess.slot().words().containsKey("in"))
                .map(guess -> String.valueOf(guess.slot().words().get("from")));
        var filled = Stream.concat(placed, Joins.keys(result.sample()).stream())
                .filter(merged::contains)
                .distinct()
                .toList();
        if (!filled.isEmpty()) {
            words.put("merged", Map.of("fill", filled));
        }
        return words;
    }

    /** A row counts that says anything of what every record must say. */
    private String isFilledIn() {
        return result.guesses().stream()
                .filter(guess ->
                        guess.target().required() && guess.slot().words().size() == 1)
                .map(guess -> String.valueOf(guess.slot().words().getOrDefault("from", "")))
                .filter(from -> !from.isEmpty() && !from.contains("'") && !from.contains("\\"))
                .map("r['%s'] != ''"::formatted)
                .collect(Collectors.joining(" || "));
    }

    private Object value(Field field, Slot slot) {
        var words = new LinkedHashMap<>(slot.words());
        var shape = Shape.of(slot.values());
        if (shape.isProtected()) {
            words.put("match", Said.UNPROTECTED);
        }
        words.putAll(conversion(field, shape, slot));
        return words.size() == 1 && !slot.isOfDocument() && !slot.isConstant()
                ? words.values().iterator().next()
                : words;
    }

    private static Map<String, Object> conversion(Field field, Shape shape, Slot slot) {
        return switch (field.type()) {
            case FieldType.Day day -> ofDay(shape);
            case FieldType.Moment moment -> as(shape);
            case FieldType.Month month -> as(shape);
            case FieldType.Coded coded -> codes(coded.codes(), shape);
            case FieldType.Division division -> shape.isOfPlaces() ? Map.of("code", "divisions") : Map.of();
            case FieldType.Money money -> unit(shape, slot);
            case FieldType.Whole whole -> numbers(shape);
            case FieldType.Decimal decimal -> numbers(shape);
            default -> Map.of();
        };
    }

    /** A month alone is no day until somebody agrees to one: the draft says so. */
    private static Map<String, Object> ofDay(Shape shape) {
        var words = new LinkedHashMap<>(as(shape));
        if (isOfMonthsOnly(shape)) {
            words.put("day", "first");
        }
        return words;
    }

    private static boolean isOfMonthsOnly(Shape shape) {
        return !shape.isOfSerialDays()
                && shape.dayPatterns().isEmpty()
                && !shape.monthPatterns().isEmpty();
    }

    private static Map<String, Object> as(Shape shape) {
        var patterns = new TreeSet<String>(shape.dayPatterns());
        if (shape.isOfSerialDays()) {
            return Map.of("as", "excel");
        }
        if (patterns.isEmpty()) {
            patterns.addAll(shape.monthPatterns());
        }
        return switch (patterns.size()) {
            case 0 -> Map.of();
            case 1 -> Map.of("as", patterns.first());
            default -> Map.of("as", List.copyOf(patterns));
        };
    }

    /** Words the dictionary knows need no table; once there is one, it lists every word of the sample. */
    private static Map<String, Object> codes(CodeList codes, Shape shape) {
        if (!shape.isOfWords() || Codes.known(codes, shape) == 1) {
            return Map.of();
        }
        var table = new LinkedHashMap<String, Object>();
        for (var word : shape.distinct()) {
            Codes.nearest(codes, word).ifPresent(code -> table.put(word, code.code()));
        }
        return table.isEmpty() ? Map.of() : Map.of("codes", table);
    }

    private static Map<String, Object> unit(Shape shape, Slot slot) {
        var named = String.join("/", slot.labels()) + "/" + String.join("/", slot.context());
        var stated = named.contains("万元") ? "万元" : named.contains("千元") ? "千元" : "";
        var words = new LinkedHashMap<String, Object>(numbers(shape));
        if (!stated.isEmpty()) {
            words.put("unit", stated);
        }
        return words;
    }

    private static Map<String, Object> numbers(Shape shape) {
        if (shape.isOfAmounts()) {
            return shape.isTyped() ? Map.of("numbers", "typed") : Map.of();
        }
        return shape.isOfChineseNumbers() ? Map.of("numbers", "chinese") : Map.of();
    }

    private static String wording(CodeList codes) {
        return codes.codes().stream()
                .limit(MOST_CODES)
                .map(code -> code.code() + " " + code.label().zh())
                .collect(Collectors.joining("，"));
    }

    /** Words of the sample that no code is near to; codes of one or two signs are nobody's own. */
    private static String remark(Field field, Slot slot) {
        var shape = Shape.of(slot.values());
        if (field.type() instanceof FieldType.Day && isOfMonthsOnly(shape)) {
            return "（只有年月，按当月第一天，请与对方确认 months only: the first day, agree on it）";
        }
        if (!(field.type() instanceof FieldType.Coded coded) || !shape.isOfWords()) {
            return "";
        }
        var unknown = shape.distinct().stream()
                .filter(word -> !Codes.isKnown(coded.codes(), word))
                .filter(word -> Codes.nearest(coded.codes(), word).isEmpty())
                .toList();
        if (unknown.isEmpty()) {
            return "";
        }
        if (unknown.stream().allMatch(word -> CODE.matcher(word).matches())) {
            return "（代码表中没有%s，请写 codes；可用的代码 codes of the dictionary: %s）"
                    .formatted(String.join("、", unknown), wording(coded.codes()));
        }
        // words of a column that may not be coded at all are somebody's own
        return Codes.known(coded.codes(), shape) < 0.5
                ? "（有%d个值代码表中没有 %d words are not in the list）".formatted(unknown.size(), unknown.size())
                : "（代码表中没有，请补 add to codes: " + String.join("、", unknown) + "）";
    }
}
