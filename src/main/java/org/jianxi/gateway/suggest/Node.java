package org.jianxi.gateway.suggest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part of a JSON or XML sample, both seen alike.
 *
 * @param step how an address goes from its parent to it
 * @param value its own text, when it has one
 * @param list whether its children are items of one kind
 */
record Node(String name, String step, Optional<Said> value, List<Node> children, boolean list) {

    Node {
        children = List.copyOf(children);
    }

    /** Children that are values themselves. */
    List<Node> values() {
        return children.stream().filter(child -> child.value().isPresent()).toList();
    }

    Optional<Node> child(String called) {
        return children.stream().filter(one -> one.name().equals(called)).findFirst();
    }

    /** The name without the sign of an attribute or the prefix of a namespace. */
    String bareName() {
        var bare = name.startsWith("@") ? name.substring(1) : name;
        return bare.substring(bare.indexOf(':') + 1);
    }

    boolean isAttribute() {
        return name.startsWith("@");
    }

    /** The child itself, then what lies below it, lists left out. */
    Stream<Node> objects() {
        return list ? Stream.empty() : children.stream();
    }
}
