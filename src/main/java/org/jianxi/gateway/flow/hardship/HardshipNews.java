package org.jianxi.gateway.flow.hardship;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.NoticeKind;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.NoticeBoard;
import org.jianxi.gateway.flow.NoticeBoard.News;
import org.jianxi.gateway.registries.marks.Mark;
import org.jianxi.gateway.registries.marks.MarkList;

/** Tells the units whose people are concerned that marks stand otherwise: by the marks' ids, and not a word about anybody. */
public record HardshipNews(NoticeBoard board, MarkList list) {

    /** A notice names no more ids than that; the count is always whole. */
    private static final int MOST = 100;

    /** In the transaction of the change. One notice for each unit, however many marks. */
    public void tell(List<Mark> changed, Instant at) {
        var people = changed.stream()
                .flatMap(mark -> mark.person().stream())
                .distinct()
                .toList();
        var records = list.records(people);
        var bySender = new TreeMap<String, List<Mark>>();
        for (var mark : changed) {
            mark.person().map(records::get).orElse(List.of()).stream()
                    .map(one -> one.sender().code())
                    .distinct()
                    .forEach(sender -> bySender.computeIfAbsent(sender, one -> new ArrayList<>())
                            .add(mark));
        }
        bySender.forEach((sender, marks) -> tell(new Sender(sender), marks, at));
    }

    private void tell(Sender sender, List<Mark> marks, Instant at) {
        var first = marks.getFirst();
        var subject = "marks/%s/%s/%d".formatted(sender.code(), first.id(), first.acts());
        board.tell(sender, new News(NoticeKind.MARKS, "marks.changed", subject, data(sender, marks), at));
    }

    private static Map<String, Object> data(Sender sender, List<Mark> marks) {
        var data = new LinkedHashMap<String, Object>();
        data.put("sender", sender.code());
        data.put("count", marks.size());
        data.put(
                "marks",
                marks.stream()
                        .limit(MOST)
                        .map(mark ->
                                Map.of("id", mark.id(), "state", mark.state().wireName()))
                        .toList());
        data.put("href", "/api/v1/hardship/marks");
        return data;
    }
}
