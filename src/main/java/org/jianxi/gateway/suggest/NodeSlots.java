package org.jianxi.gateway.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The places of a JSON or XML sample: single values, items of a list picked by what they say, members of its records. */
final class NodeSlots {

    private static final int MOST_RECORDS = 300;
    private static final int MOST_PICKED = 60;
    private static final int MOST_BLOCKS = 6;
    private static final int LEAST_FIGURES = 9;

    private final boolean xml;
    private final List<Slot> slots = new ArrayList<>();

    private NodeSlots(boolean xml) {
        this.xml = xml;
    }

    /** A list that may be the records of a dataset. */
    record Records(String address, Node list) {}

    /** Every single value, and in lists those of items that one member or attribute tells apart. */
    static List<Slot> ofDocument(Node root, boolean xml) {
        var found = new NodeSlots(xml);
        found.walkInside(root, xml ? root.step() : "", List.of(), "at");
        return found.slots;
    }

    /** Every list of objects, by its address. */
    static List<Records> lists(Node root, boolean xml) {
        var found = new ArrayList<Records>();
        lists(root, xml ? root.step() : "", found);
        return found;
    }

    private static void lists(Node node, String address, List<Records> found) {
        if (node.list()) {
            if (node.children().stream().anyMatch(item -> !item.children().isEmpty())) {
                found.add(new Records(address, node));
            }
            return;
        }
        if (isMap(node)) {
            found.add(new Records(address + "/*", node));
        }
        node.children().forEach(child -> lists(child, address + child.step(), found));
    }

    /** An object whose members are records by some key. */
    private static boolean isMap(Node node) {
        var shapes = node.children().stream()
                .map(child -> child.children().stream().map(Node::name).toList())
                .distinct()
                .toList();
        return node.children().size() > 1
                && shapes.size() == 1
                && shapes.getFirst().size() > 1;
    }

    /** What the records of a list say, and what stands once outside them. */
    static List<Slot> ofRecords(Node root, Records records, boolean xml) {
        var found = new NodeSlots(xml);
        var members = new LinkedHashMap<String, Member>();
        records.list().children().stream().limit(MOST_RECORDS).forEach(item -> members(item, "", List.of(), members));
        members.forEach((address, member) ->
                found.add(Map.of("at", address), List.of(member.name()), member.context(), member.values()));
        // where the root is the list, each record is a document of its own
        if (!records.address().isEmpty() && !records.list().equals(root)) {
            found.walkInside(root, xml ? root.step() : "", List.of(), "document");
        }
        return found.slots;
    }

    private record Member(String name, List<String> context, List<Said> values) {}

    private static void members(Node item, String address, List<String> context, Map<String, Member> members) {
        for (var child : item.children()) {
            var at = address + child.step();
            child.value()
                    .ifPresent(value -> members.computeIfAbsent(
                                    at, any -> new Member(child.bareName(), context, new ArrayList<>()))
                            .values()
                            .add(value));
            if (!child.list()) {
                members(child, at, with(context, child.bareName()), members);
            }
        }
    }

    private void walk(Node node, String address, List<String> context, String word) {
        node.value()
                .filter(value -> !address.isEmpty())
                .ifPresent(value -> add(Map.of(word, address), List.of(node.bareName()), context, List.of(value)));
        if (node.list()) {
            if (!xml && node.children().size() == 1) {
                walkInside(node.children().getFirst(), address + "/0", context, word);
            } else if (word.equals("at") && !blocks(node, address, context)) {
                picked(node, address, context);
            }
            return;
        }
        walkInside(node, address, address.isEmpty() ? context : with(context, node.bareName()), word);
    }

    private void walkInside(Node node, String address, List<String> context, String word) {
        node.children().stream()
                .filter(child -> !Shape.of(List.of(Said.text(child.name()))).isOfPeople())
                .forEach(child -> {
                    if (isFigure(child, node)) {
                        var above = context.isEmpty() ? context : context.subList(0, context.size() - 1);
                        var labels = List.of(child.bareName(), node.bareName());
                        add(
                                Map.of(word, address + child.step()),
                                labels,
                                above,
                                child.value().stream().toList());
                    } else {
                        walk(child, address + child.step(), context, word);
                    }
                });
    }

    /** The one attribute of an element that holds a figure: the element names it. */
    private static boolean isFigure(Node child, Node node) {
        var amounts = node.values().stream()
                .filter(Node::isAttribute)
                .filter(one ->
                        one.value().filter(said -> Shape.isAmount(said.text())).isPresent())
                .map(Node::bareName)
                .toList();
        return child.isAttribute()
                && !Wording.isWrapping(node.bareName())
                && Wording.onlyAmount(amounts).filter(child.bareName()::equals).isPresent();
    }

    /** A few items that each hold a whole return are walked through; one that a month tells apart would be another next time. */
    private boolean blocks(Node list, String address, List<String> context) {
        var key = list.children().size() > MOST_BLOCKS
                        || !list.children().stream().allMatch(item -> amounts(item) >= LEAST_FIGURES)
                ? Optional.<String>empty()
                : key(list)
                        .filter(one -> Shape.of(said(list, one)).monthPatterns().isEmpty());
        key.ifPresent(name -> list.children().forEach(item -> {
            var said = item.child(name).flatMap(Node::value).map(Said::text).orElse("");
            walkInside(item, address + pick(name, said), with(context, said), "at");
        }));
        return key.isPresent();
    }

    private static long amounts(Node node) {
        var own = node.values().stream()
                .flatMap(child -> child.value().stream())
                .filter(value -> Shape.isAmount(value.text()))
                .count();
        return own + node.objects().mapToLong(NodeSlots::amounts).sum();
    }

    private String pick(String key, String said) {
        return xml ? "[%s='%s']".formatted(key, said) : "[%s=%s]".formatted(key, said);
    }

    private void picked(Node list, String address, List<String> context) {
        var key = key(list);
        var value = key.flatMap(one -> amounts(list, one));
        if (value.isEmpty()) {
            return;
        }
        for (var item : list.children()) {
            var said =
                    item.child(key.get()).flatMap(Node::value).map(Said::text).orElse("");
            var pick = pick(key.get(), said);
            var labels = Stream.concat(labels(item), Stream.of(said)).toList();
            amount(item, value.get())
                    .ifPresent(amount -> add(
                            Map.of("at", address + pick + amount.step()),
                            labels,
                            with(with(context, list.bareName()), value.get().isEmpty() ? "" : amount.bareName()),
                            amount.value().stream().toList()));
        }
    }

    /** The name of the one number of each item; the item's own text by the empty name. */
    private static Optional<String> amounts(Node list, String key) {
        var names = new ArrayList<String>();
        names.add("");
        list.children().getFirst().values().forEach(child -> names.add(child.name()));
        return Wording.ofAmounts(names.stream()
                .filter(name -> !name.equals(key))
                .filter(name -> Shape.of(list.children().stream()
                                .flatMap(item -> amount(item, name).stream())
                                .flatMap(node -> node.value().stream())
                                .toList())
                        .isOfAmounts())
                .toList());
    }

    private static Optional<Node> amount(Node item, String name) {
        return name.isEmpty() ? Optional.of(item).filter(one -> one.value().isPresent()) : item.child(name);
    }

    private static Stream<String> labels(Node item) {
        return item.values().stream()
                .flatMap(child -> child.value().stream())
                .map(Said::text)
                .filter(text -> !text.isBlank() && !Shape.isAmount(text));
    }

    /** The member or attribute that tells every item of a list from the others; one of letters before one of digits. */
    private Optional<String> key(Node list) {
        if (list.children().size() < 2 || list.children().size() > MOST_PICKED) {
            return Optional.empty();
        }
        return list.children().getFirst().values().stream()
                .filter(child -> !xml || child.isAttribute())
                .map(Node::name)
                .filter(name -> tellsApart(list, name))
                .min(Comparator.comparing(name -> Shape.of(said(list, name)).isOfAmounts()));
    }

    private static boolean tellsApart(Node list, String name) {
        var said = said(list, name).stream().map(Said::text).toList();
        return said.stream().distinct().count() == said.size()
                && said.stream().allMatch(text -> text.matches("[^\\[\\]'\"/=]{1,60}"));
    }

    private static List<Said> said(Node list, String name) {
        return list.children().stream()
                .map(item -> item.child(name).flatMap(Node::value).orElse(Said.text("")))
                .toList();
    }

    private void add(Map<String, Object> words, List<String> labels, List<String> context, List<Said> values) {
        slots.add(new Slot(slots.size(), words, labels, context, values));
    }

    private static List<String> with(List<String> context, String name) {
        var longer = new ArrayList<>(context);
        if (!name.isEmpty() && !Wording.isWrapping(name)) {
            longer.add(name);
        }
        return longer;
    }
}
