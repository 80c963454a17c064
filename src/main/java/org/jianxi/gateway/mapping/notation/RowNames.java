package org.jianxi.gateway.mapping.notation;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jianxi.gateway.documents.FileProblem;
import tools.jackson.databind.node.StringNode;

/** The addresses that names in expressions mean: a column, a member of a JSON object, a path below an XML element. */
public record RowNames(AddressReader addresses, Words near, Map<String, Optional<Address>> known) {

    /** More names than a mapping can hold expressions for: one computes them. */
    private static final int MOST = 500;

    public RowNames(AddressReader addresses, Words near) {
        this(addresses, near, new ConcurrentHashMap<>());
    }

    public Optional<Address> address(String name) {
        return known.size() < MOST
                ? known.computeIfAbsent(name, this::read)
                : known.getOrDefault(name, Optional.empty());
    }

    private Optional<Address> read(String name) {
        var plain = addresses.hasColumns() || addresses.hasPaths() || name.startsWith("/");
        try {
            return Optional.of(addresses.read(
                    new Words(near.file(), near.pointer(), StringNode.valueOf(plain ? name : "/" + name))));
        } catch (FileProblem noAddress) {
            return Optional.empty();
        }
    }
}
