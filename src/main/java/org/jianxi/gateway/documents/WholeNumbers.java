package org.jianxi.gateway.documents;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes whole numbers that were sent with a fraction or an exponent as whole numbers.
 *
 * <p>The validator takes 1E30 for an integer and then fails to fit it into 64 bits (networknt 3.0.9); as a big integer it is
 * refused like any other number that is too large.
 */
final class WholeNumbers {

    private WholeNumbers() {}

    /** The same tree where nothing has to change, a copy otherwise. */
    static JsonNode in(JsonNode tree) {
        return anyIn(tree) ? copy(tree) : tree;
    }

    private static boolean anyIn(JsonNode node) {
        if (node.isContainer()) {
            for (var child : node) {
                if (anyIn(child)) {
                    return true;
                }
            }
            return false;
        }
        return isWholeFraction(node);
    }

    private static JsonNode copy(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var copy = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(member -> copy.set(member.getKey(), copy(member.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(item -> copy.add(copy(item)));
                yield copy;
            }
            default ->
                isWholeFraction(node)
                        ? JsonNodeFactory.instance.numberNode(
                                node.decimalValue().toBigIntegerExact())
                        : node;
        };
    }

    private static boolean isWholeFraction(JsonNode node) {
        if (!node.isFloatingPointNumber()) {
            return false;
        }
        BigDecimal value = node.decimalValue();
        return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
    }
}
