package org.jianxi.gateway.flow.hardship;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.StatedRule;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.Field;
import org.jianxi.gateway.registries.marks.Hardship;
import org.jianxi.gateway.registries.marks.MarkAct;

/**
 * What somebody wants to do to a mark, as it was written; read with everything that is wrong with it.
 *
 * @param act such as {@code confirm}
 * @param hardship what is put in the place of the registry's word, where the act corrects
 */
public record WrittenAct(String act, String reason, Optional<Hardship> hardship) {

    /** The acts of people, by their names on the wire. */
    private static final Map<String, Function<WrittenAct, MarkAct>> ACTS = Map.ofEntries(
            Map.entry("confirm", written -> new MarkAct.Confirm()),
            Map.entry("refuse", written -> new MarkAct.Refuse(written.reason())),
            Map.entry("keep", written -> new MarkAct.Keep(written.reason())),
            Map.entry("withdraw", written -> new MarkAct.Withdraw(written.reason())),
            Map.entry("correct", written -> new MarkAct.Correct(written.instead(), written.reason())),
            Map.entry(WrittenAct.OBJECT, written -> new MarkAct.Raise(written.reason())),
            Map.entry("uphold-withdraw", written -> new MarkAct.UpholdAndWithdraw(written.reason())),
            Map.entry("uphold-correct", written -> new MarkAct.UpholdAndCorrect(written.instead(), written.reason())),
            Map.entry("reject", written -> new MarkAct.Reject(written.reason())),
            Map.entry("reconsider", written -> new MarkAct.Reconsider(written.reason())));

    /** The one act that senders do too. */
    public static final String OBJECT = "object";

    private static final List<String> CORRECTING = List.of("correct", "uphold-correct");
    private static final int SHORTEST = 4;
    private static final int LONGEST = 500;

    public WrittenAct {
        reason = reason.strip();
    }

    /** What it is, where {@link #findings} has none. */
    MarkAct read() {
        return Optional.ofNullable(ACTS.get(act)).orElseThrow().apply(this);
    }

    /** @param dataset that of hardship matches, whose codes count */
    List<Finding> findings(Dataset dataset) {
        var findings = new ArrayList<Finding>();
        if (!ACTS.containsKey(act)) {
            findings.add(wrong(
                    HardshipRule.ACT,
                    "/act",
                    "没有这种办理；可为 " + String.join("、", names()),
                    "there is no such act; it is one of " + String.join(", ", names())));
        }
        var length = reason.codePointCount(0, reason.length());
        if (!act.equals("confirm") && (length < SHORTEST || length > LONGEST)) {
            findings.add(wrong(
                    HardshipRule.REASON,
                    "/reason",
                    "请写明理由，4至500字，现为 %d 字".formatted(length),
                    "say why in 4 to 500 characters; these are %d".formatted(length)));
        }
        if (CORRECTING.contains(act)) {
            findings.addAll(hardship.map(one -> codes(one, dataset))
                    .orElseGet(() -> List.of(wrong(
                            HardshipRule.CODE,
                            "/hardship",
                            "更正须写明更正为什么（hardship.category 等）",
                            "a correction says what stands instead (hardship.category and so on)"))));
        }
        return findings;
    }

    private static List<Finding> codes(Hardship hardship, Dataset dataset) {
        var written = new java.util.LinkedHashMap<String, String>();
        written.put("category", hardship.category());
        hardship.relation().ifPresent(one -> written.put("relationInHousehold", one));
        hardship.disabilityKind().ifPresent(one -> written.put("disabilityCategory", one));
        hardship.disabilityLevel().ifPresent(one -> written.put("disabilityLevel", one));
        return written.entrySet().stream()
                .filter(one -> dataset.find(one.getKey())
                        .flatMap(Field::codes)
                        .filter(list -> list.allows(one.getValue()))
                        .isEmpty())
                .map(one -> wrong(
                        HardshipRule.CODE,
                        "/hardship/" + one.getKey(),
                        "不是代码表中的代码，见 docs/datasets.md hardship-matches." + one.getKey(),
                        "no code of docs/datasets.md hardship-matches." + one.getKey()))
                .toList();
    }

    private Hardship instead() {
        return hardship.orElseThrow();
    }

    private static List<String> names() {
        return ACTS.keySet().stream().sorted().toList();
    }

    private static Finding wrong(StatedRule rule, String pointer, String zh, String en) {
        return Finding.error(rule, Place.pointer(pointer), new Bilingual(zh, en));
    }
}
